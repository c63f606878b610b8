#include "features/contract/number_series.hpp"

#include <gtest/gtest.h>

namespace hoshuban::contract {
namespace {

const NumberSeries list_numbers{.id = "work_request",
    .label = {},
    .pattern = "{prefix}{yy}{suffix}-{seq:2}",
    .prefix = "A",
    .suffix = "A",
    .clause = ""};

TEST(NumberSeries, PrintsAndReadsBack)
{
    struct Case {
        int year;
        int sequence;
        const char* text;
    };
    const Case cases[] = {
        {2021, 1, "A21A-01"}, {2021, 99, "A21A-99"}, {2021, 100, "A21A-100"}, {2025, 1234, "A25A-1234"}};
    for (const Case& c : cases) {
        SCOPED_TRACE(c.text);
        EXPECT_EQ(format_number(list_numbers, c.year, c.sequence), c.text);
        EXPECT_EQ(parse_number(list_numbers, c.text), (SeriesNumber{c.year, c.sequence}));
    }
}

TEST(NumberSeries, RefusesNumbersOfOtherSeries)
{
    for (const char* text : {"A21A-1", "A21A-001", "A21B-01", "A2A-01", "A21A-", "A21A-01x", "", "A21A-00", "a21A-01",
             "A21A-٠١", "A21A-12345678901"}) {
        EXPECT_EQ(parse_number(list_numbers, text), std::nullopt) << text;
    }
}

TEST(NumberSeries, TakesTheFiscalOrTheCalendarYear)
{
    NumberSeries series = list_numbers;
    EXPECT_EQ(series_year(series, make_day(2026, 3, 31)), 2025);
    EXPECT_EQ(series_year(series, make_day(2026, 4, 1)), 2026);
    series.year = YearBasis::calendar;
    EXPECT_EQ(series_year(series, make_day(2026, 3, 31)), 2026);
}

TEST(NumberSeries, ChecksPatterns)
{
    struct Case {
        const char* pattern;
        bool good;
    };
    const Case cases[] = {
        {"{prefix}{yy}{suffix}-{seq:2}", true},
        {"{yyyy}/{seq:4}", true},
        {"{seq:1}号", true},
        {"{prefix}-{yy}", false},
        {"{seq:2}{seq:2}", false},
        {"{seq:2}{yy}", false},
        {"{seq:2}5", false},
        {"{seq:0}", false},
        {"{seq}", false},
        {"{month}-{seq:2}", false},
        {"{seq:2", false},
        {"", false},
    };
    for (const Case& c : cases)
        EXPECT_EQ(check_pattern(c.pattern).has_value(), c.good) << c.pattern;
}

}
}
