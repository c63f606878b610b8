// Every kind of event is told to somebody or deliberately to nobody.
#include "app/features.hpp"
#include "features/notice/kind_rule.hpp"
#include "features/notice/silence.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <regex>

namespace hoshuban::scenario {
namespace {

// Kinds of the installation's own chain, which no contract tells of.
const std::regex of_the_system{"(session|person|installation|holiday_list|calendar|backup)\\..*"};

bool is_silent(std::string_view kind)
{
    return std::ranges::any_of(
        notice::silences(), [&](const notice::Silence& silence) { return silence.kind == kind; });
}

TEST(NoticeRules, DecideAboutEveryKindOfEvent)
{
    const auto kinds = all_words().kinds();
    EXPECT_GT(kinds.size(), 20u);
    for (const std::string& kind : kinds) {
        if (std::regex_match(kind, of_the_system))
            continue;
        EXPECT_NE(notice::find_rule(kind) != nullptr, is_silent(kind))
            << kind << ": add a rule to src/features/notice/kind_rule.cpp, or a silence to silence.cpp";
    }
}

TEST(NoticeRules, NameOnlyKindsThatThereAre)
{
    const auto kinds = all_words().kinds();
    // A room may be named here before it is there.
    const auto known = [&](std::string_view kind) {
        const std::string_view room = kind.substr(0, kind.find('.') + 1);
        return std::ranges::find(kinds, kind) != kinds.end() ||
            std::ranges::none_of(kinds, [&](const std::string& each) { return each.starts_with(room); });
    };
    for (const notice::Rule& rule : notice::rules())
        EXPECT_TRUE(known(rule.kind)) << rule.kind;
    for (const notice::Silence& silence : notice::silences())
        EXPECT_TRUE(known(silence.kind)) << silence.kind;
}

}
}
