#include "problems.hpp"
#include "rooms.hpp"
#include "tree.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <set>

namespace hoshuban::architecture {
namespace {

constexpr std::string_view page_path = "docs/requirements.md";

/// One line of a table: the id, what it asks for, where, tests, what is missing.
struct Row {
    int line = 0;
    std::vector<std::string> cells;

    const std::string& id() const { return cells[0]; }
    const std::string& where() const { return cells[2]; }
    const std::string& tests() const { return cells[3]; }
    const std::string& missing() const { return cells[4]; }
};

std::string trimmed_cell(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    const auto last = text.find_last_not_of(' ');
    return first == std::string_view::npos ? std::string{} : std::string(text.substr(first, last - first + 1));
}

std::vector<std::string> cells_of(std::string_view line)
{
    std::vector<std::string> cells;
    for (std::size_t from = 1; from < line.size();) {
        const auto end = line.find('|', from);
        if (end == std::string_view::npos)
            break;
        cells.push_back(trimmed_cell(line.substr(from, end - from)));
        from = end + 1;
    }
    return cells;
}

const File& page()
{
    return *files_below(page_path).at(0);
}

std::vector<Row> table()
{
    std::vector<Row> rows;
    for (const Line& line : page().lines) {
        if (!line.text.starts_with("| ") || line.text.starts_with("| id "))
            continue;
        rows.push_back({line.number, cells_of(line.text)});
    }
    return rows;
}

std::vector<std::string> in_backticks(std::string_view text)
{
    std::vector<std::string> words;
    for (auto open = text.find('`'); open != std::string_view::npos;) {
        const auto close = text.find('`', open + 1);
        words.emplace_back(text.substr(open + 1, close - open - 1));
        open = text.find('`', close + 1);
    }
    return words;
}

/// `Suite.name` of every GoogleTest of the repository.
const std::set<std::string>& all_tests()
{
    static const std::set<std::string> names = [] {
        std::set<std::string> found;
        for (const File& file : repository()) {
            if (!file.ends("_test.cpp"))
                continue;
            for (const Line& line : file.lines) {
                const auto open = line.text.find('(');
                const auto comma = line.text.find(", ");
                const auto close = line.text.rfind(')');
                if (!line.text.starts_with("TEST") || comma == std::string::npos || close == std::string::npos)
                    continue;
                found.insert(line.text.substr(open + 1, comma - open - 1) + "." +
                    line.text.substr(comma + 2, close - comma - 2));
            }
        }
        return found;
    }();
    return names;
}

bool stands(const std::string& place)
{
    return place.contains('/') ? !files_below(place).empty() : find_room(place) != nullptr;
}

TEST(Requirements, EachOfTheGroupsStandsOnceOnThePage)
{
    struct Group {
        const char* name;
        int last;
    };
    constexpr Group groups[] = {{"WRQ", 17}, {"PRC", 8}, {"QNA", 6}, {"AUT", 24}, {"PPL", 13}, {"MED", 5}, {"LND", 6},
        {"SIT", 11}, {"DEV", 19}, {"LOC", 9}, {"PRN", 5}, {"SPR", 13}, {"INS", 6}, {"RST", 3}, {"REC", 6}, {"MKR", 10},
        {"SUP", 7}, {"VIS", 5}, {"INC", 21}, {"SLA", 9}};
    std::multiset<std::string> expected{"SEC-07", "IMP-01", "IMP-02", "QTA-06", "QTA-07", "A-19", "LAW-02", "LAW-03",
        "LAW-04", "LAW-05", "A-08", "A-09", "A-10", "A-11", "A-12", "A-13", "A-14", "A-26", "A-27", "A-30", "A-15",
        "A-16", "A-21", "A-22", "A-23", "A-24", "A-31", "A-32", "A-34", "A-35", "X-02", "X-03", "X-04", "X-05", "X-11",
        "X-14", "X-15", "X-16", "X-17", "X-18"};
    for (const Group& group : groups) {
        for (int number = 1; number <= group.last; ++number)
            expected.insert(std::string{group.name} + (number < 10 ? "-0" : "-") + std::to_string(number));
    }
    std::multiset<std::string> found;
    for (const Row& row : table()) {
        ASSERT_EQ(row.cells.size(), 5U) << page_path << ":" << row.line;
        found.insert(row.id());
    }
    EXPECT_EQ(found, expected);
}

TEST(Requirements, EveryPlaceAndTestThatIsNamedExists)
{
    std::vector<std::string> problems;
    for (const Row& row : table()) {
        const auto places = in_backticks(row.where());
        const auto tests = in_backticks(row.tests());
        if (places.empty())
            problems.push_back(at(page(), row.line, row.id() + " names no room and no file"));
        for (const std::string& place : places) {
            if (!stands(place))
                problems.push_back(at(page(), row.line, place + " is no room and no file"));
        }
        for (const std::string& test : tests) {
            if (!all_tests().contains(test))
                problems.push_back(at(page(), row.line, test + " is no test"));
        }
    }
    EXPECT_TRUE(none(problems));
}

TEST(Requirements, ALineWithoutATestSaysWhatIsMissing)
{
    std::vector<std::string> problems;
    for (const Row& row : table()) {
        const bool nothing_missing = row.missing() == "–";
        if (row.missing().empty())
            problems.push_back(at(page(), row.line, row.id() + " does not say whether something is missing"));
        if (nothing_missing && in_backticks(row.tests()).empty())
            problems.push_back(at(page(), row.line, row.id() + " has no test and says that nothing is missing"));
    }
    EXPECT_TRUE(none(problems));
}

/// The promises of the threat model name their tests in the same way.
TEST(Requirements, EveryTestThatTheThreatModelNamesExists)
{
    static constexpr std::string_view model_path = "docs/threat-model.md";
    std::vector<std::string> problems;
    const File& model = *files_below(model_path).at(0);
    for (const Line& line : model.lines) {
        for (const std::string& word : in_backticks(line.text)) {
            const auto dot = word.find('.');
            const bool test_name = dot != std::string::npos && dot > 0 &&
                std::isupper(static_cast<unsigned char>(word[0])) != 0 &&
                word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.") ==
                    std::string::npos;
            if (test_name && !all_tests().contains(word))
                problems.push_back(at(model, line.number, word + " is no test"));
        }
    }
    EXPECT_TRUE(none(problems));
}

// A merge that takes both sides of a table shows here.
TEST(Requirements, EachPromiseOfTheThreatModelStandsOnce)
{
    std::set<std::string> promises;
    std::vector<std::string> problems;
    const File& model = *files_below("docs/threat-model.md").at(0);
    for (const Line& line : model.lines) {
        if (!line.text.starts_with("| ") || line.text.starts_with("| promise "))
            continue;
        const std::string promise = cells_of(line.text).at(0);
        if (!promises.insert(promise).second)
            problems.push_back(at(model, line.number, "stands twice: " + promise));
    }
    EXPECT_GT(promises.size(), 50U);
    EXPECT_TRUE(none(problems));
}

TEST(Requirements, NoSectionOrRowOfAPageStandsTwice)
{
    constexpr std::size_t long_enough_to_be_no_chance = 60;
    std::vector<std::string> problems;
    for (const File* page : files_below("docs")) {
        std::set<std::string> seen;
        for (const Line& line : page->lines) {
            const bool row = line.text.starts_with("| ") && line.text.size() > long_enough_to_be_no_chance;
            if ((row || line.text.starts_with("## ")) && !seen.insert(line.text).second)
                problems.push_back(at(*page, line.number, "stands twice: " + line.text));
        }
    }
    EXPECT_TRUE(none(problems));
}

}
}
