#include "features/contract/profile_fixtures_test.hpp"
#include "features/people/assignment.hpp"
#include "features/people/roster_columns.hpp"
#include "features/people/staff_terms.hpp"
#include "features/people/worker_fixture_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban::people {
namespace {

std::string columns_of(const contract::Profile& profile)
{
    std::string text;
    for (const ReportField& column : roster_columns(profile))
        text += (text.empty() ? "" : " ") + column.label.ja;
    return text;
}

TEST(StaffTerms, AreWhatEachContractSays)
{
    constexpr const char* every_column =
        "所属 再委託 氏名 ふりがな 役割 作業内容 取り扱う情報資産 連絡先 従事開始日 従事終了日";
    struct Case {
        const char* id;
        int days;
        bool training;
        bool pledge;
        bool measures;
        const char* columns;
    };
    const Case cases[] = {
        {"sapporo-r6-juki-cs", 1, false, false, false, every_column},
        {"sapporo-r5-core-terminals", 0, true, false, false, every_column},
        {"sapporo-r3-mynumber-centre", 1, false, false, false, every_column},
        {"other-city-r6-terminals", 0, false, false, true, "所属 氏名 作業内容 取り扱う情報資産"},
        {"sapporo-r7-juki-cs", 1, false, false, false, every_column},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.id);
        const contract::Profile& profile = test::profile(c.id);
        const StaffTerms terms = terms_of(profile.staff);
        EXPECT_EQ(terms.notice_days, c.days);
        EXPECT_EQ(terms.notice_kind, DueKind::calendar_days);
        EXPECT_EQ(terms.training, c.training);
        EXPECT_EQ(terms.pledge, c.pledge);
        EXPECT_EQ(terms.measures, c.measures);
        EXPECT_EQ(columns_of(profile), c.columns);
    }
}

// What no shipped contract asks and another may: a key of its profile is enough.
TEST(StaffTerms, FollowTheKeysOfTheProfile)
{
    contract::StaffRules rules;
    rules.notice_days = 2;
    rules.notice_kind = DueKind::open_days;
    rules.pledge = true;
    const StaffTerms terms = terms_of(rules);
    EXPECT_EQ(terms.notice_kind, DueKind::open_days);
    const Worker worker = worker_of({{ChangeKind::entry, "2026-05-01"}});
    const auto refused = obstacle_on(worker, terms, day("2026-05-10"));
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->code, "people/no_pledge");
}

}
}
