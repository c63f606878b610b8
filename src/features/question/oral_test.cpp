#include "features/question/oral.hpp"

#include "features/contract/profile_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::question {
namespace {

std::string code(const Result<void>& result)
{
    return result ? "" : result.error().code;
}

TEST(OralConfirmation, IsWhatTheContractAllows)
{
    struct Case {
        const char* contract;
        bool minor;
        std::vector<std::string> granted;
        const char* code;
    };
    const Case cases[] = {
        {"sapporo-r7-juki-cs", true, {}, "question/oral_not_allowed"},
        {"sapporo-r7-juki-cs", true, {"oral_confirmation"}, "question/oral_not_allowed"},
        {"sapporo-r5-core-terminals", true, {}, "question/oral_not_allowed"},
        {"other-city-r6-terminals", true, {}, "question/oral_not_agreed"},
        {"other-city-r6-terminals", true, {"bundling"}, "question/oral_not_agreed"},
        {"other-city-r6-terminals", false, {"oral_confirmation"}, "question/oral_not_minor"},
        {"other-city-r6-terminals", true, {"bundling", "oral_confirmation"}, ""},
    };
    for (const Case& c : cases)
        EXPECT_EQ(code(check_oral(test::profile(c.contract), c.minor, c.granted)), c.code)
            << c.contract << c.minor << c.granted.size();
}

TEST(OralConfirmation, NeedsNoApprovalWhereTheContractHasNoKindForIt)
{
    contract::Profile profile = test::profile("other-city-r6-terminals");
    std::erase_if(profile.approvals,
        [](const contract::ApprovalKind& kind) { return kind.effect == contract::ApprovalEffect::oral; });
    EXPECT_EQ(code(check_oral(profile, true, {})), "");
    EXPECT_EQ(code(check_oral(profile, false, {})), "question/oral_not_minor");
    profile.questions.oral_if_minor = false;
    EXPECT_FALSE(knows_oral(profile));
}

TEST(OralConfirmation, RefusalNamesTheClause)
{
    const auto refused = check_oral(test::profile("sapporo-r7-juki-cs"), true, {});
    EXPECT_NE(refused.error().text.ja.find("§5(11)"), std::string::npos) << refused.error().text.ja;
    const auto unagreed = check_oral(test::profile("other-city-r6-terminals"), true, {});
    EXPECT_NE(unagreed.error().text.ja.find("§13(2)"), std::string::npos) << unagreed.error().text.ja;
    EXPECT_NE(unagreed.error().text.ja.find("口頭による確認"), std::string::npos) << unagreed.error().text.ja;
}

}
}
