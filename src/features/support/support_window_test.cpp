#include "features/support/support_window.hpp"

#include "features/contract/profile_fixtures_test.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hoshuban::support {
namespace {

using Lines = std::vector<std::string>;

std::string shown(const std::optional<Instant>& moment)
{
    return moment ? to_text_jst(*moment).substr(0, 16) : "-";
}

Answer asked(const contract::Profile& profile, const char* device_class, const char* severity, const char* at)
{
    const contract::SupportWindow* window = window_for(profile, device_class, severity);
    const WorkingCalendar calendar =
        WorkingCalendar::create(*contract::calendar_terms(profile, window->work_class), HolidayTable::official())
            .value();
    return answer(*window, calendar, *parse_instant(at)).value();
}

std::string told(const contract::Profile& profile, const char* device_class, const char* severity, const char* at)
{
    const Answer got = asked(profile, device_class, severity, at);
    return fmt::format("{} opens {} due {}{}{}", name_of(got.promise), shown(got.opens_at), shown(got.due),
        got.guide ? " (guide)" : "", got.forecast ? " (forecast)" : "");
}

// 004 別紙1 §5, §6
TEST(SupportWindow, AnswersByClassSeverityAndMoment)
{
    struct Case {
        const char* device_class;
        const char* severity;
        const char* at;
        const char* expected;
    };
    const Case cases[] = {
        // servers: around the clock
        {"cs", "major", "2025-05-07T10:00", "on_site_now opens - due -"},
        {"cs", "major", "2025-05-08T03:00", "on_site_now opens - due -"},
        {"ad", "major", "2025-12-31T23:59", "on_site_now opens - due -"},
        {"cs", "", "2025-05-04T03:00", "on_site_now opens - due -"},
        {"cs", "minor", "2025-05-07T10:00", "best_effort opens - due -"},
        {"cs", "minor", "2025-05-07T20:00", "best_effort opens 2025-05-08T08:45 due -"},
        // touch panels: at once in the hours, otherwise before the next open day begins
        {"touch_panel", "", "2025-05-07T10:00", "on_site_now opens - due 2025-05-08T08:45 (guide)"},
        {"touch_panel", "", "2025-05-07T08:44", "by_next_opening opens 2025-05-07T08:45 due 2025-05-08T08:45 (guide)"},
        {"touch_panel", "", "2025-05-07T08:45", "on_site_now opens - due 2025-05-08T08:45 (guide)"},
        {"touch_panel", "", "2025-05-07T17:14", "on_site_now opens - due 2025-05-08T08:45 (guide)"},
        {"touch_panel", "", "2025-05-07T17:15", "by_next_opening opens 2025-05-08T08:45 due 2025-05-08T08:45 (guide)"},
        {"touch_panel", "", "2025-05-07T23:30", "by_next_opening opens 2025-05-08T08:45 due 2025-05-08T08:45 (guide)"},
        // Friday, a weekend, a holiday on Monday
        {"touch_panel", "", "2025-06-06T16:00", "on_site_now opens - due 2025-06-09T08:45 (guide)"},
        {"touch_panel", "", "2025-06-07T11:00", "by_next_opening opens 2025-06-09T08:45 due 2025-06-09T08:45 (guide)"},
        {"touch_panel", "", "2025-07-18T17:20", "by_next_opening opens 2025-07-22T08:45 due 2025-07-22T08:45 (guide)"},
        // Golden Week: 3 to 6 May
        {"touch_panel", "", "2025-05-02T15:00", "on_site_now opens - due 2025-05-07T08:45 (guide)"},
        {"touch_panel", "", "2025-05-05T09:00", "by_next_opening opens 2025-05-07T08:45 due 2025-05-07T08:45 (guide)"},
        // the year's end
        {"touch_panel", "", "2025-12-26T15:00", "on_site_now opens - due 2026-01-05T08:45 (guide)"},
        {"touch_panel", "", "2025-12-31T12:00", "by_next_opening opens 2026-01-05T08:45 due 2026-01-05T08:45 (guide)"},
        // other terminals: no promise
        {"terminal", "", "2025-05-07T10:00", "best_effort opens - due -"},
        {"terminal", "", "2025-05-03T10:00", "best_effort opens 2025-05-07T08:45 due -"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(told(test::profile(test::ids::r7), c.device_class, c.severity, c.at), c.expected)
            << c.device_class << " " << c.severity << " " << c.at;
}

// a counter that opens on Saturdays; holidays and the year's end stay closed.
TEST(SupportWindow, RunsOnTheDaysOfASiteToo)
{
    const contract::Profile& profile = test::profile(test::ids::r7);
    const contract::SupportWindow* window = window_for(profile, "touch_panel", "");
    const CalendarTerms terms = *contract::calendar_terms(profile, window->work_class);
    const struct {
        Weekdays more;
        const char* at;
        const char* expected;
    } cases[] = {
        {{}, "2025-06-07T11:00", "by_next_opening 2025-06-09T08:45"},
        {{std::chrono::Saturday}, "2025-06-07T11:00", "on_site_now 2025-06-09T08:45"},
        {{std::chrono::Saturday}, "2025-06-06T17:20", "by_next_opening 2025-06-07T08:45"},
        {{std::chrono::Saturday, std::chrono::Sunday}, "2025-06-07T11:00", "on_site_now 2025-06-08T08:45"},
        {{std::chrono::Saturday, std::chrono::Sunday}, "2025-05-04T11:00", "by_next_opening 2025-05-07T08:45"},
        {{std::chrono::Saturday}, "2026-01-03T11:00", "by_next_opening 2026-01-05T08:45"},
    };
    for (const auto& each : cases) {
        const auto calendar = WorkingCalendar::create(open_on(terms, each.more), HolidayTable::official()).value();
        const Answer got = answer(*window, calendar, *parse_instant(each.at)).value();
        EXPECT_EQ(fmt::format("{} {}", name_of(got.promise), shown(got.due)), each.expected) << each.at;
    }
}

// 001 §5.1, §6
TEST(SupportWindow, OfTheCoreTerminalsRunsInTheHours)
{
    const contract::Profile& profile = test::profile(test::ids::r5);
    EXPECT_EQ(told(profile, "pc", "", "2023-06-01T16:30"), "now opens - due -");
    EXPECT_EQ(told(profile, "dot_printer", "", "2023-06-02T18:00"), "at_opening opens 2023-06-05T08:45 due -");
    EXPECT_EQ(told(profile, "pc", "", "2023-12-29T09:00"), "at_opening opens 2024-01-04T08:45 due -");
}

TEST(SupportWindow, ExplainsItself)
{
    const auto lines = [](const Answer& answer) {
        Lines said;
        for (const Step& step : answer.explanation)
            said.push_back(fmt::format("{} {} / {}", name_of(step.kind), step.text.ja, step.text.en));
        return said;
    };
    EXPECT_EQ(lines(asked(test::profile(test::ids::r7), "touch_panel", "", "2025-07-18T18:00")),
        (Lines{"start 2025年7月18日（金）の翌日から開庁日を1日数えます（初日不算入）。 / "
               "1 open days are counted from the day after Fri 2025-07-18 (the first day is not counted).",
            "wait 数えません: 2025年7月19日（土）土曜日、2025年7月20日（日）日曜日、2025年7月21日（月）海の日 / "
            "not counted: Sat 2025-07-19 (Saturday), Sun 2025-07-20 (Sunday), Mon 2025-07-21 (Marine Day)",
            "open_day 1日目: 2025年7月22日（火） / day 1: Tue 2025-07-22",
            "result その日に対応できないときは、翌開庁日の業務時間前、2025年7月22日（火）8:45まで（目安）。 / "
            "What cannot be handled on that day: before the next open day begins, by Tue 2025-07-22 08:45 (a "
            "guide)."}));
    EXPECT_EQ(lines(asked(test::profile(test::ids::r7), "terminal", "", "2025-07-20T18:00")),
        Lines{"wait 2025年7月20日（日）18:00は時間外です（2025年7月20日（日）日曜日、2025年7月21日（月）海の日）。"
              "次は2025年7月22日（火）8:45からです。 / Sun 2025-07-20 18:00 is outside the hours (Sun 2025-07-20 "
              "(Sunday), "
              "Mon 2025-07-21 (Marine Day)). They begin again on Tue 2025-07-22 08:45."});
    EXPECT_EQ(lines(asked(test::profile(test::ids::r7), "cs", "major", "2025-05-02T18:00")), Lines{});
}

TEST(SupportWindow, ForecastsBeyondThePublishedHolidays)
{
    EXPECT_EQ(told(test::profile(test::ids::r7), "touch_panel", "", "2040-03-19T18:00"),
        "by_next_opening opens 2040-03-21T08:45 due 2040-03-21T08:45 (guide) (forecast)");
}

TEST(Severity, IsTheStrictestUntilItIsRuled)
{
    const contract::Profile& r7 = test::profile(test::ids::r7);
    EXPECT_EQ(severities(r7, "cs"), (Lines{"major", "minor"}));
    EXPECT_EQ(severities(r7, "touch_panel"), Lines{});
    EXPECT_EQ(severities(r7, "nothing"), Lines{});
    EXPECT_EQ(window_for(r7, "cs", "")->id, "server_major");
    EXPECT_EQ(window_for(r7, "cs", "minor")->id, "server_minor");
    EXPECT_EQ(window_for(r7, "cs", "odd")->id, "server_major");
    EXPECT_EQ(window_for(r7, "terminal", "minor")->id, "terminal_other");
    EXPECT_EQ(window_for(r7, "nothing", ""), nullptr);
    EXPECT_EQ(window_for(test::profile(test::ids::other), "terminal", ""), nullptr);
}

TEST(Severity, IsRuledByWhoIsNamed)
{
    struct Case {
        const char* device_class;
        const char* before;
        SeverityRuling ruling;
        const char* expected; ///< the severity, or what is refused
    };
    const Case cases[] = {
        {"cs", "", {"minor", " 中村 ", "運用は続けられる"}, "minor"},
        {"cs", "minor", {"major", "中村", "停止した"}, "major"},
        {"cs", "major", {"minor", "", "運用は続けられる"}, "decided_by"},
        {"cs", "major", {"minor", "中村", ""}, "reason"},
        {"cs", "", {"major", "中村", "停止した"}, "severity support/same_severity"},
        {"cs", "minor", {"minor", "中村", "同じ"}, "severity support/same_severity"},
        {"cs", "", {"odd", "中村", "違う"}, "severity support/unknown_severity"},
        {"touch_panel", "", {"minor", "中村", "軽い"}, "severity support/unknown_severity"},
    };
    for (const Case& c : cases) {
        const auto got = settled(test::profile(test::ids::r7), c.device_class, c.before, c.ruling);
        if (got) {
            EXPECT_EQ(got->severity, c.expected);
            EXPECT_EQ(got->decided_by, "中村");
            continue;
        }
        const FieldError& first = got.error().fields.at(0);
        const bool of_field = first.path != "severity";
        EXPECT_EQ(of_field ? first.path : first.path + " " + first.code, c.expected);
    }
}

}
}
