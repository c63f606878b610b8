#include "core/calendar_fixtures_test.hpp"
#include "core/holiday.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace hoshuban {
namespace {

using test::day;

std::vector<std::string> printed(std::span<const Holiday> holidays)
{
    std::vector<std::string> lines;
    for (const Holiday& holiday : holidays)
        lines.push_back(to_text(holiday.day) + " " + holiday.name);
    return lines;
}

TEST(Holidays, RuleGivesEveryPublishedYearThatNoSpecialLawTouched)
{
    // Weddings, the funeral of 1989, enthronements, and the Olympic years.
    constexpr std::array special_years{1959, 1989, 1990, 1993, 2019, 2020, 2021};
    const HolidayTable& official = HolidayTable::official();
    for (int year = 1955; year <= 2027; ++year) {
        if (std::ranges::find(special_years, year) != special_years.end())
            continue;
        SCOPED_TRACE(year);
        const auto published = official.between(make_day(year, 1, 1), make_day(year, 12, 31));
        EXPECT_EQ(printed(holidays_by_rule(year)), printed(published));
    }
}

TEST(Holidays, OfficialTableKnowsWhatSpecialLawsMoved)
{
    const HolidayTable& official = HolidayTable::official();
    EXPECT_EQ(official.published().size(), 1067U);
    EXPECT_EQ(official.published_from(), day("1955-01-01"));
    EXPECT_EQ(official.published_until(), day("2027-12-31"));
    EXPECT_EQ(printed(official.between(day("2019-04-28"), day("2019-05-06"))),
        (std::vector<std::string>{"2019-04-29 昭和の日", "2019-04-30 休日", "2019-05-01 休日（祝日扱い）",
            "2019-05-02 休日", "2019-05-03 憲法記念日", "2019-05-04 みどりの日", "2019-05-05 こどもの日",
            "2019-05-06 休日"}));
    EXPECT_EQ(printed(official.between(day("2021-07-01"), day("2021-10-31"))),
        (std::vector<std::string>{"2021-07-22 海の日", "2021-07-23 スポーツの日", "2021-08-08 山の日",
            "2021-08-09 休日", "2021-09-20 敬老の日", "2021-09-23 秋分の日"}));
    EXPECT_EQ(printed(official.between(day("2026-09-20"), day("2026-09-30"))),
        (std::vector<std::string>{"2026-09-21 敬老の日", "2026-09-22 休日", "2026-09-23 秋分の日"}));
}

TEST(Holidays, YearsNobodyPublishedAreForecastByRule)
{
    const HolidayTable& official = HolidayTable::official();
    EXPECT_FALSE(official.is_forecast(day("2027-12-31")));
    EXPECT_TRUE(official.is_forecast(day("2028-01-01")));
    EXPECT_TRUE(official.is_forecast(day("1954-12-31")));
    EXPECT_EQ(printed(official.between(day("2027-11-23"), day("2028-02-29"))),
        (std::vector<std::string>{"2027-11-23 勤労感謝の日", "2028-01-01 元日", "2028-01-10 成人の日",
            "2028-02-11 建国記念の日", "2028-02-23 天皇誕生日"}));
}

// Two independent open-source tables, for years beyond the official list as well.
TEST(Holidays, AgreeWithThePublicTableOf2016To2030)
{
    std::ifstream file{std::filesystem::path{HOSHUBAN_SOURCE_DIR} / "tests/fixtures/holidays-2016-2030.csv"};
    ASSERT_TRUE(file);
    std::vector<std::string> expected;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("20"))
            expected.push_back(line.substr(0, 10));
    }
    std::vector<std::string> found;
    for (const Holiday& holiday : HolidayTable::official().between(day("2016-01-01"), day("2030-12-31")))
        found.push_back(to_text(holiday.day));
    EXPECT_EQ(found, expected);
}

TEST(HolidayCsv, ReadsEveryFormTheFileComesIn)
{
    const std::vector<std::string> expected{"2026-01-01 元日", "2026-11-23 勤労感謝の日"};
    struct Case {
        const char* story;
        std::string bytes;
    };
    const std::array cases{
        Case{"UTF-8, LF, padded, dashes", "日,名称\n2026-01-01,元日\n2026-11-23,勤労感謝の日\n"},
        Case{"UTF-8 with BOM, CRLF, slashes", "\xEF\xBB\xBF日,名称\r\n2026/1/1,元日\r\n2026/11/23,勤労感謝の日\r\n"},
        Case{"no heading, blank lines, blanks, any order, no last line end",
            "2026/11/23 , 勤労感謝の日\n\n2026/01/01,元日"},
        Case{"CP932",
            "\x93\xFA,\x96\xBC\r\n2026/1/1,\x8C\xB3\x93\xFA\r\n"
            "2026/11/23,\x8B\xCE\x98\x4A\x8A\xB4\x8E\xD3\x82\xCC\x93\xFA\r\n"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        const auto table = HolidayTable::parse_csv(c.bytes);
        ASSERT_TRUE(table);
        EXPECT_EQ(printed(table->published()), expected);
        EXPECT_EQ(table->published_until(), day("2026-12-31"));
    }
}

TEST(HolidayCsv, UnknownNamesAndShortFilesAreTakenAsTheyAre)
{
    const auto table = HolidayTable::parse_csv("2026/1/1,元日\n2026/6/1,新しい祝日\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(printed(table->published()), (std::vector<std::string>{"2026-01-01 元日", "2026-06-01 新しい祝日"}));
    EXPECT_EQ(table->published_until(), day("2026-06-01"));
}

TEST(HolidayCsv, RefusesWhatItCannotReadAndNamesTheLine)
{
    struct Case {
        const char* story;
        std::string bytes;
        const char* code;
        std::vector<std::string> errors;
    };
    const std::array cases{
        Case{"empty", "", "holiday/empty", {}},
        Case{"heading only", "国民の祝日・休日月日,国民の祝日・休日名称\r\n", "holiday/empty", {}},
        Case{"a day that does not exist", "日,名称\n2026/2/29,うるう\n", "holiday/unreadable",
            {"syukujitsu.csv:2 holiday/day"}},
        Case{"mixed separators and a wild year", "2026/1-1,元日\n99999/1/1,元日\n1/1,元日\n", "holiday/unreadable",
            {"syukujitsu.csv:2 holiday/day", "syukujitsu.csv:3 holiday/day", "syukujitsu.csv:1 holiday/day"}},
        Case{"no name, no column", "2026/1/1,\n2026/1/2\n2026/1/3,a,b\n", "holiday/unreadable",
            {"syukujitsu.csv:1 holiday/name", "syukujitsu.csv:2 holiday/name", "syukujitsu.csv:3 holiday/name"}},
        Case{"neither CP932 nor UTF-8", "2026/1/1,\xFF\xFF\n", "holiday/unreadable", {"syukujitsu.csv:1 holiday/name"}},
        Case{"twice", "2026/1/1,元日\n2026/1/1,元日\n", "holiday/unreadable", {"syukujitsu.csv:2 holiday/twice"}},
        Case{
            "a year left out", "2024/1/1,元日\n2026/1/1,元日\n", "holiday/inconsistent", {"2025 holiday/missing_year"}},
        Case{"too large", std::string(1'000'001, ','), "holiday/too_large", {}},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        const auto table = HolidayTable::parse_csv(c.bytes);
        ASSERT_FALSE(table);
        EXPECT_EQ(table.error().code, c.code);
        std::vector<std::string> errors;
        for (const FieldError& error : table.error().fields)
            errors.push_back(error.path + " " + error.code);
        std::ranges::sort(errors);
        std::vector<std::string> expected = c.errors;
        std::ranges::sort(expected);
        EXPECT_EQ(errors, expected);
    }
}

TEST(HolidayTable, DifferenceShowsWhatANewFileChanges)
{
    const auto before = HolidayTable::parse_csv("2027/1/1,元日\n2027/7/19,海の日\n2027/11/23,勤労感謝の日\n").value();
    std::string next = "2027/1/1,元日\n2027/7/19,海の日\n2027/11/23,勤労感謝の日\n";
    for (const Holiday& holiday : holidays_by_rule(2028)) {
        if (holiday.name == "海の日")
            next += "2028/7/20,海の日\n";
        else
            next += to_text(holiday.day) + "," + holiday.name + "\n";
    }
    EXPECT_EQ(difference(before, before), std::vector<HolidayDifference>{});
    EXPECT_EQ(difference(before, HolidayTable::parse_csv(next).value()),
        (std::vector<HolidayDifference>{{day("2028-07-17"), "海の日", ""}, {day("2028-07-20"), "", "海の日"}}));
}

TEST(HolidayText, NamesInBothLanguages)
{
    EXPECT_EQ(holiday_text({day("2026-07-20"), "海の日"}), (Text{"海の日", "Marine Day"}));
    EXPECT_EQ(holiday_text({day("2026-09-22"), "休日"}), (Text{"休日", "national holiday"}));
}

}
}
