#include "core/open_state.hpp"

#include "core/calendar_fixtures_test.hpp"

#include <gtest/gtest.h>

namespace hoshuban {
namespace {

std::string moment(const std::optional<Instant>& at)
{
    return at ? test::print(*at) : "-";
}

TEST(OpenState, SaysUntilWhenOrWhyNotAndWhenAgain)
{
    struct Case {
        const char* at;
        const char* expected;
    };
    const Case cases[] = {
        {"2023-06-01 08:45", "open until 2023-06-01 17:15"},
        {"2023-06-01 17:14", "open until 2023-06-01 17:15"},
        {"2023-06-01 17:15", "closed until 2023-06-02 08:45: 時間外 / outside the hours"},
        {"2023-06-01 03:00", "closed until 2023-06-01 08:45: 時間外 / outside the hours"},
        {"2023-06-02 18:00",
            "closed until 2023-06-05 08:45: 2023年6月3日（土）土曜日、2023年6月4日（日）日曜日 / "
            "Sat 2023-06-03 (Saturday), Sun 2023-06-04 (Sunday)"},
        {"2023-07-17 10:00", "closed until 2023-07-18 08:45: 2023年7月17日（月）海の日 / Mon 2023-07-17 (Marine Day)"},
        {"2024-01-01 10:00",
            "closed until 2024-01-04 08:45: 2024年1月1日（月）〜2024年1月3日（水）年末年始 / "
            "Mon 2024-01-01 to Wed 2024-01-03 (year-end and new year)"},
    };
    for (const Case& c : cases) {
        const OpenState state = open_state(test::office(), test::at(c.at)).value();
        EXPECT_EQ(state.open
                ? "open until " + moment(state.closes_at)
                : fmt::format("closed until {}: {} / {}", moment(state.opens_at), state.reason.ja, state.reason.en),
            c.expected)
            << c.at;
        EXPECT_FALSE(state.forecast);
    }
}

TEST(OpenState, HasNoEndAroundTheClockAndNoOpeningWithoutHours)
{
    CalendarTerms terms = test::office_terms();
    terms.hours = ServiceHours::always;
    const auto always = WorkingCalendar::create(terms, HolidayTable::official()).value();
    EXPECT_EQ(open_state(always, test::at("2024-01-01 03:00")).value(), (OpenState{.open = true}));
    terms.hours = ServiceHours::windows;
    terms.windows.clear();
    const auto never = WorkingCalendar::create(terms, HolidayTable::official()).value();
    EXPECT_EQ(open_state(never, test::at("2023-06-01 10:00")).value(),
        (OpenState{.reason = {"時間の定めがありません", "no hours are agreed"}}));
}

TEST(OpenState, IsToldInOneLine)
{
    const auto told = [](const char* text) {
        const Instant at = test::at(text);
        return opening_step(open_state(test::office(), at).value(), at);
    };
    const Step step = told("2023-07-17 10:00");
    EXPECT_EQ(step.text.ja,
        "2023年7月17日（月）10:00は時間外です（2023年7月17日（月）海の日）。次は2023年7月18日（火）8:45からです。");
    EXPECT_EQ(step.text.en,
        "Mon 2023-07-17 10:00 is outside the hours (Mon 2023-07-17 (Marine Day)). They begin again on "
        "Tue 2023-07-18 08:45.");
    EXPECT_EQ(
        told("2023-06-01 20:00").text.ja, "2023年6月1日（木）20:00は時間外です。次は2023年6月2日（金）8:45からです。");
    EXPECT_EQ(step.kind, StepKind::wait);
}

}
}
