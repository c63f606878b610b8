#include "features/contract/profile_check.hpp"
#include "features/contract/profile_fixtures_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::contract {
namespace {

using namespace std::chrono_literals;

TEST(ServiceLevel, HoldsForItsClassesSeveritiesAndDays)
{
    ServiceLevel level = test::profile(test::ids::r5).service_levels.at(0);
    level.device_classes = {"pc", "ic_reader"};
    level.severities = {"major"};
    level.valid_from = make_day(2023, 6, 1);
    level.valid_until = make_day(2023, 9, 30);
    struct Case {
        const char* device_class;
        const char* severity;
        LocalDay day;
        bool holds;
    };
    const Case cases[] = {
        {"pc", "major", make_day(2023, 6, 1), true},
        {"ic_reader", "major", make_day(2023, 9, 30), true},
        {"pc", "major", make_day(2023, 5, 31), false},
        {"pc", "major", make_day(2023, 10, 1), false},
        {"pc", "minor", make_day(2023, 7, 1), false},
        {"pc", "", make_day(2023, 7, 1), false},
        {"dot_printer", "major", make_day(2023, 7, 1), false},
        {"", "major", make_day(2023, 7, 1), false},
    };
    for (const Case& c : cases)
        EXPECT_EQ(applies(level, c.device_class, c.severity, c.day), c.holds)
            << c.device_class << ' ' << c.severity << ' ' << to_text(c.day);
    EXPECT_TRUE(applies(test::profile(test::ids::r5).service_levels.at(0), "", "", make_day(1999, 1, 1)));
}

TEST(ServiceLevel, SaysWhatCannotBe)
{
    struct Case {
        const char* name;
        void (*change)(ServiceLevel&);
        const char* objections;
    };
    const Case cases[] = {
        {"as it is", [](ServiceLevel&) {}, ""},
        {"a class", [](ServiceLevel& level) { level.device_classes = {"cs"}; }, ""},
        {"no such class",
            [](ServiceLevel& level) {
                level.device_classes = {"cs", "tank"};
            },
            "classes[1] contract/unknown_reference; "},
        {"no such hours", [](ServiceLevel& level) { level.work_class = "night"; },
            "work_class contract/unknown_reference; "},
        {"a severity of its classes",
            [](ServiceLevel& level) {
                level.device_classes = {"cs"};
                level.severities = {"major", "minor"};
            },
            ""},
        {"a severity of other classes",
            [](ServiceLevel& level) {
                level.device_classes = {"touch_panel"};
                level.severities = {"major"};
            },
            "severities[0] contract/level_severity; "},
        {"days the wrong way round",
            [](ServiceLevel& level) {
                level.valid_from = make_day(2024, 10, 1);
                level.valid_until = make_day(2024, 9, 30);
            },
            "valid_from contract/level_never_valid; "},
        {"after the contract", [](ServiceLevel& level) { level.valid_from = make_day(2099, 1, 1); },
            "valid_from contract/level_never_valid; "},
        {"two targets", [](ServiceLevel& level) { level.by_day = {DayTarget{}}; },
            "by_day contract/level_two_targets; "},
        {"no number", [](ServiceLevel& level) { level.minutes = 0; }, ""},
        {"a reason of what cannot be missed",
            [](ServiceLevel& level) {
                level.minutes = 0;
                level.miss_needs_reason = true;
            },
            "miss_needs_reason contract/level_without_target; "},
        {"halves of the day",
            [](ServiceLevel& level) {
                level.minutes = 0;
                level.by_day = {{.before = 12h}, {.open_days = 1, .at = 12h}};
            },
            ""},
        {"nothing for the afternoon",
            [](ServiceLevel& level) {
                level.minutes = 0;
                level.by_day = {DayTarget{.before = 12h}};
            },
            "by_day[0].before contract/level_rows; "},
        {"rows out of order",
            [](ServiceLevel& level) {
                level.minutes = 0;
                level.by_day = {{.before = 12h}, {.before = 10h}, {.open_days = 1}};
            },
            "by_day[1].before contract/level_rows_order; "},
        {"late when it comes",
            [](ServiceLevel& level) {
                level.minutes = 0;
                level.by_day = {{.before = 15h, .at = 12h}, {.open_days = 1}};
            },
            "by_day[0].at contract/level_past; "},
    };
    for (const Case& c : cases) {
        Profile profile = test::profile(test::ids::r6);
        profile.service_levels = {{.id = "contact",
            .label = {"連絡", "Contact"},
            .minutes = 60,
            .work_class = "normal",
            .exception = {},
            .clause = {}}};
        c.change(profile.service_levels.front());
        std::string found;
        for (const Objection& each : check_levels(profile))
            found += fmt::format("{} {}; ", each.path.substr(std::string_view{"service_levels[0]."}.size()), each.code);
        EXPECT_EQ(found, c.objections) << c.name;
    }
}

}
}
