#include "problems.hpp"
#include "tree.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace hoshuban::architecture {
namespace {

struct Word {
    std::string word;
    std::string_view reason;
};

// Calls `problem(file, line)` → reason or nothing, for each line of each file below `folder`.
template <class Problem>
std::vector<std::string> refused_lines(std::string_view folder, Problem problem)
{
    std::vector<std::string> problems;
    for (const File* file : files_below(folder)) {
        const bool code = file->is_cpp();
        const std::vector<Line> lines = code ? lines_of(code_only(file->text)) : file->lines;
        for (const Line& line : lines) {
            if (const std::string_view reason = problem(*file, line.text); !reason.empty())
                problems.push_back(at(*file, line.number, reason));
        }
    }
    return problems;
}

TEST(Words, DecisionsAreNotHiddenInCatchBlocks)
{
    EXPECT_TRUE(none(refused_lines("src/features/", [](const File& file, const std::string& line) -> std::string_view {
        return !file.is_test() && has_word(line, "catch") ? "no catch in a feature: let it reach the edge" : "";
    })));
}

TEST(Words, OnlyTheClockReadsTheTime)
{
    EXPECT_TRUE(none(refused_lines("src/", [](const File& file, const std::string& line) -> std::string_view {
        const bool reads =
            line.contains("system_clock::now") || line.contains("std::time(") || has_word(line, "gettimeofday");
        // The log stamps its lines with the machine's own time, whatever the business's clock says.
        const bool may = file.below("src/platform/clock") || file.below("src/platform/log") || file.is_test();
        return reads && !may ? "take `now` as a parameter; only platform/clock reads it" : "";
    })));
}

TEST(Words, OnlyApisAndJobsStartTransactions)
{
    EXPECT_TRUE(none(refused_lines("src/features/", [](const File& file, const std::string& line) -> std::string_view {
        const std::string stem = file.stem();
        const bool allowed = stem.ends_with("_api") || stem.ends_with("_job") || file.is_test();
        const bool starts = line.contains("database.write(") || line.contains("database.read(") ||
            line.contains("database().write(") || line.contains("database().read(");
        return starts && !allowed ? "take a db::Reader or db::Tx: only _api and _job start a transaction" : "";
    })));
}

TEST(Words, SqlLivesInSqlFiles)
{
    constexpr std::array starts{
        "\"SELECT ", "\"INSERT INTO ", "\"UPDATE ", "\"DELETE FROM ", "\"CREATE TABLE", "(SELECT "};
    std::vector<std::string> problems;
    for (const File* file : files_below("src/")) {
        if (!file->is_cpp() || file->is_test() || file->below("src/platform/db/"))
            continue;
        for (const Line& line : file->lines) {
            if (std::ranges::any_of(starts, [&](std::string_view start) { return line.text.contains(start); }))
                problems.push_back(at(*file, line.number, "SQL belongs into the room's sql/ folder"));
        }
    }
    EXPECT_TRUE(none(problems));
}

// The name that a line declares with one of the keywords, or nothing.
std::string declared_name(const std::string& line)
{
    constexpr std::array keywords{
        "class ", "struct ", "enum ", "union ", "interface ", "namespace ", "function ", "type "};
    for (const std::string_view keyword : keywords) {
        const auto found = line.find(keyword);
        if (found == std::string::npos || (found > 0 && line[found - 1] != ' '))
            continue;
        const std::string rest = line.substr(found + keyword.size());
        return rest.substr(
            0, rest.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"));
    }
    return {};
}

TEST(Words, NamesSayWhatAThingIs)
{
    constexpr std::array hollow{"Manager", "Helper", "Helpers", "Util", "Utils", "Common", "Impl", "Base", "Processor"};
    constexpr std::array hollow_stems{
        "manager", "helper", "helpers", "util", "utils", "common", "impl", "base", "misc"};
    std::vector<std::string> problems;
    for (const File& file : repository()) {
        const bool script = file.below("web/") && (file.ends(".ts") || file.ends(".tsx")) && !file.ends(".gen.ts");
        if (!script && !file.is_cpp())
            continue;
        for (const Line& line : file.is_cpp() ? lines_of(code_only(file.text)) : file.lines) {
            const std::string name = declared_name(line.text);
            if (std::ranges::any_of(hollow, [&](const char* word) { return name.ends_with(word); }))
                problems.push_back(at(file, line.number, name + " does not say what the thing is"));
        }
        const std::string stem = file.stem();
        for (const std::string word : hollow_stems) {
            if (stem == word || stem.ends_with("_" + word) || stem.ends_with("-" + word))
                problems.push_back(at(file, 1, word + " is no noun of the business"));
        }
    }
    EXPECT_TRUE(none(problems));
}

// Words in two pieces, or this file would be the first to contain them.
const Word refused_words[] = {
    {std::string("TO") + "DO", "finish it or file an issue"},
    {std::string("FIX") + "ME", "finish it or file an issue"},
    {std::string("X") + "XX", "finish it or file an issue"},
    {std::string("/work") + "/", "a path of one machine"},
    {std::string("/ho") + "me/", "a path of one machine"},
    {std::string("/tmp") + "/hb", "a path of one machine"},
    {std::string("registry.") + "npmjs", "a package host: packages are named, their source is the machine's setting"},
    {std::string("deb.") + "debian.org", "a package host: packages are named, their source is the machine's setting"},
    {std::string("\"resol") + "ved\":", "a lock file with package hosts"},
};

TEST(Words, NothingUnfinishedAndNothingOfOneMachine)
{
    std::vector<std::string> problems;
    for (const File& file : repository()) {
        for (const Line& line : file.lines) {
            for (const Word& word : refused_words) {
                const bool letters =
                    std::ranges::all_of(word.word, [](unsigned char c) { return std::isalpha(c) != 0; });
                if (letters ? has_word(line.text, word.word) : line.text.contains(word.word))
                    problems.push_back(at(file, line.number, word.word + ": " + std::string(word.reason)));
            }
        }
    }
    EXPECT_TRUE(none(problems));
}

}
}
