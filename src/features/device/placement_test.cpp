#include "features/device/placement.hpp"

#include "core/calendar_fixtures_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::device {
namespace {

using test::day;

Spot at(const char* site, Use use = Use::in_service)
{
    return {SiteId{site}, "1階", use, Keeper::contractor};
}

std::string text_of(const Course& course)
{
    std::string text;
    for (const Placement& each : course) {
        text += fmt::format("{}{}..{} {} {}", text.empty() ? "" : " | ", to_text(each.from),
            each.to == no_end ? "" : to_text(each.to), each.spot.site->text, name_of(each.spot.use));
    }
    return text;
}

const Course north_then_east{
    {day("2025-04-01"), day("2025-10-01"), at("north")}, {day("2025-10-01"), no_end, at("east")}};

TEST(Course, TellsWhereAUnitStoodOnADay)
{
    struct Case {
        const char* on;
        const char* site;
    };
    for (const Case& c : {Case{"2025-03-31", "-"}, {"2025-04-01", "north"}, {"2025-09-30", "north"},
             {"2025-10-01", "east"}, {"2099-01-01", "east"}}) {
        const Placement* placement = on(north_then_east, day(c.on));
        EXPECT_EQ(placement == nullptr ? "-" : placement->spot.site->text, c.site) << c.on;
    }
}

TEST(Course, TakesAMoveBetweenWhatWasBeforeAndWhatCameLater)
{
    struct Case {
        const char* story;
        const char* on;
        Spot to;
        const char* course;
    };
    const Case cases[] = {
        {"the newest", "2025-12-01", at("south"),
            "2025-04-01..2025-10-01 north in_service | 2025-10-01..2025-12-01 east in_service | "
            "2025-12-01.. south in_service"},
        {"entered late, between two others", "2025-06-01", at("south"),
            "2025-04-01..2025-06-01 north in_service | 2025-06-01..2025-10-01 south in_service | "
            "2025-10-01.. east in_service"},
        {"a second one on the same day takes the place of the first", "2025-10-01", at("south"),
            "2025-04-01..2025-10-01 north in_service | 2025-10-01.. south in_service"},
        {"the first day is corrected", "2025-04-01", at("south"),
            "2025-04-01..2025-10-01 south in_service | 2025-10-01.. east in_service"},
        {"the same site, another use", "2025-12-01", at("east", Use::stored),
            "2025-04-01..2025-10-01 north in_service | 2025-10-01..2025-12-01 east in_service | "
            "2025-12-01.. east stored"},
        {"before it was there", "2025-03-31", at("south"), "device/before_first"},
        {"where it is already", "2025-12-01", at("east"), "device/already_there"},
        {"where it was on that day", "2025-09-30", at("north"), "device/already_there"},
    };
    for (const Case& c : cases) {
        const auto course = moved(north_then_east, day(c.on), c.to);
        EXPECT_EQ(course ? text_of(*course) : course.error().code, c.course) << c.story;
    }
    EXPECT_EQ(moved({}, day("2025-04-01"), at("north")).error().code, "device/before_first");
}

// Whatever is moved, and in whatever order it is entered: one place on each day, without a gap.
TEST(Course, NeverHasAGapOrTwoPlacesOnADay)
{
    const char* const sites[] = {"north", "east", "south", "west"};
    Course course{{day("2025-04-01"), no_end, at("north")}};
    unsigned seed = 7;
    for (int step = 0; step < 2'000; ++step) {
        seed = seed * 1'103'515'245 + 12'345;
        const LocalDay on_day = day("2025-04-01") + std::chrono::days{seed / 65'536 % 365};
        const Spot to = at(sites[seed / 1'024 % 4]);
        const auto after = moved(course, on_day, to);
        if (!after) {
            EXPECT_EQ(after.error().code, "device/already_there");
            continue;
        }
        course = *after;
        ASSERT_EQ(on(course, on_day)->spot, to);
        ASSERT_EQ(course.front().from, day("2025-04-01"));
        ASSERT_EQ(course.back().to, no_end);
        for (std::size_t i = 0; i + 1 < course.size(); ++i) {
            ASSERT_LT(course[i].from, course[i].to);
            ASSERT_EQ(course[i].to, course[i + 1].from);
        }
    }
}

}
}
