#include "core/text_diff.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace hoshuban {
namespace {

std::vector<std::string> lines_of(std::string_view letters)
{
    std::vector<std::string> lines;
    for (const char letter : letters)
        lines.emplace_back(1, letter);
    return lines;
}

// " a-b+c": a stays, b goes, c comes.
std::string told(const std::vector<std::string>& before, const std::vector<std::string>& after,
    const std::vector<ComparedLine>& lines)
{
    std::string text;
    for (const ComparedLine& line : lines) {
        text += line.change == LineChange::same ? " " : line.change == LineChange::removed ? "-" : "+";
        text += line.change == LineChange::added ? after[line.after] : before[line.before];
    }
    return text;
}

TEST(CompareLines, finds_the_shortest_way_and_removes_first)
{
    struct Case {
        const char* story;
        const char* before;
        const char* after;
        const char* told;
    };
    const Case cases[] = {
        {"nothing on either side", "", "", ""},
        {"the same", "abc", "abc", " a b c"},
        {"everything new", "", "ab", "+a+b"},
        {"everything gone", "ab", "", "-a-b"},
        {"a line in the middle replaced", "abc", "axc", " a-b+x c"},
        {"a line added at the end", "ab", "abc", " a b+c"},
        {"a line added in front", "bc", "abc", "+a b c"},
        {"a line removed in the middle", "abc", "ac", " a-b c"},
        {"two lines exchanged", "ab", "ba", "-a b+a"},
        {"repeated lines", "aaa", "aa", " a a-a"},
        {"the paper's example", "abcabba", "cbabac", "-a-b c+b a b-b a+c"},
        {"nothing in common", "abc", "xyz", "-a-b-c+x+y+z"},
    };
    for (const Case& c : cases) {
        const auto before = lines_of(c.before);
        const auto after = lines_of(c.after);
        EXPECT_EQ(told(before, after, compare_lines(before, after)), c.told) << c.story;
    }
}

TEST(CompareLines, tells_too_much_as_one_block)
{
    struct Case {
        const char* story;
        ComparisonLimits limits;
        const char* told;
    };
    const Case cases[] = {
        {"within both limits", {.lines = 4, .differences = 2}, " a-b c+d e"},
        {"one line too many", {.lines = 3, .differences = 2}, " a-b-c+c+d e"},
        {"one difference too many", {.lines = 4, .differences = 1}, " a-b-c+c+d e"},
    };
    const auto before = lines_of("abce");
    const auto after = lines_of("acde");
    for (const Case& c : cases)
        EXPECT_EQ(told(before, after, compare_lines(before, after, c.limits)), c.told) << c.story;
}

TEST(CompareLines, both_texts_can_be_read_from_any_comparison)
{
    const bool holds = rc::check([] {
        const auto text = rc::gen::container<std::string>(rc::gen::inRange('a', 'e'));
        const auto before = lines_of(*text);
        const auto after = lines_of(*text);
        const ComparisonLimits limits{.differences = *rc::gen::inRange<std::size_t>(0, 12)};
        std::vector<std::string> earlier;
        std::vector<std::string> later;
        for (const ComparedLine& line : compare_lines(before, after, limits)) {
            if (line.change != LineChange::added)
                earlier.push_back(before.at(line.before));
            if (line.change != LineChange::removed)
                later.push_back(after.at(line.after));
        }
        RC_ASSERT(earlier == before);
        RC_ASSERT(later == after);
    });
    EXPECT_TRUE(holds);
}

TEST(CompareLines, is_bounded_for_long_texts_that_have_nothing_in_common)
{
    std::vector<std::string> before;
    std::vector<std::string> after;
    for (int i = 0; i < 9'000; ++i) {
        before.push_back("before " + std::to_string(i));
        after.push_back("after " + std::to_string(i));
    }
    const auto lines = compare_lines(before, after);
    ASSERT_EQ(lines.size(), 18'000U);
    EXPECT_EQ(lines.front(), (ComparedLine{LineChange::removed, 0, 0}));
    EXPECT_EQ(lines.back(), (ComparedLine{LineChange::added, 9'000, 8'999}));
}

}
}
