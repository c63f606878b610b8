#include "core/calendar.hpp"
#include "core/calendar_fixtures_test.hpp"

#include <array>
#include <gtest/gtest.h>

namespace hoshuban {
namespace {

using namespace std::chrono;
using test::at;
using test::day;
using test::office;
using test::office_terms;

WorkingCalendar calendar_of(const CalendarTerms& terms)
{
    return WorkingCalendar::create(terms, HolidayTable::official()).value();
}

std::string added(const WorkingCalendar& calendar, std::string_view start, int amount)
{
    return test::print(calendar.add_service_time(at(start), minutes{amount}).value().at);
}

TEST(ServiceTime, RunsOnlyInServiceHours)
{
    struct Case {
        const char* story;
        const char* start;
        const char* after_60;
        const char* after_180;
    };
    const std::array cases{
        Case{"the specification's worked example", "2023-06-01 16:30", "2023-06-02 09:00", "2023-06-02 11:00"},
        Case{"Friday to Monday", "2023-06-02 16:30", "2023-06-05 09:00", "2023-06-05 11:00"},
        Case{"exactly on closing stays on the day", "2023-06-01 14:15", "2023-06-01 15:15", "2023-06-01 17:15"},
        Case{"one minute later rolls over", "2023-06-01 14:16", "2023-06-01 15:16", "2023-06-02 08:46"},
        Case{"the other boundary", "2023-06-01 16:15", "2023-06-01 17:15", "2023-06-02 10:45"},
        Case{"after closing", "2023-06-01 17:20", "2023-06-02 09:45", "2023-06-02 11:45"},
        Case{"at closing", "2023-06-01 17:15", "2023-06-02 09:45", "2023-06-02 11:45"},
        Case{"Saturday", "2023-06-03 10:00", "2023-06-05 09:45", "2023-06-05 11:45"},
        Case{"before opening", "2023-06-01 08:00", "2023-06-01 09:45", "2023-06-01 11:45"},
        Case{"year-end break", "2023-12-28 16:30", "2024-01-04 09:00", "2024-01-04 11:00"},
        Case{"Golden Week", "2023-05-02 16:45", "2023-05-08 09:15", "2023-05-08 11:15"},
        Case{"year-end break, split", "2023-12-28 14:30", "2023-12-28 15:30", "2024-01-04 09:00"},
        Case{"weekend and a holiday", "2023-07-14 17:00", "2023-07-18 09:30", "2023-07-18 11:30"},
        Case{"past the contract's end", "2024-03-29 16:30", "2024-04-01 09:00", "2024-04-01 11:00"},
        Case{"a holiday on Monday", "2024-04-26 16:30", "2024-04-30 09:00", "2024-04-30 11:00"},
        Case{"nine closed days", "2025-12-26 16:30", "2026-01-05 09:00", "2026-01-05 11:00"},
        Case{"a sandwiched holiday", "2026-09-18 15:00", "2026-09-18 16:00", "2026-09-24 09:30"},
        Case{"up to the last minute of the year", "2024-12-27 14:15", "2024-12-27 15:15", "2024-12-27 17:15"},
        Case{"and one minute more", "2024-12-27 14:16", "2024-12-27 15:16", "2025-01-06 08:46"},
        Case{"holidays moved in 2020", "2020-07-22 16:45", "2020-07-27 09:15", "2020-07-27 11:15"},
        Case{"holidays moved in 2021", "2021-07-21 16:45", "2021-07-26 09:15", "2021-07-26 11:15"},
        Case{"Saturday in the year-end break", "2025-12-27 10:00", "2026-01-05 09:45", "2026-01-05 11:45"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        EXPECT_EQ(added(office(), c.start, 60), c.after_60);
        EXPECT_EQ(added(office(), c.start, 180), c.after_180);
        EXPECT_EQ(office().service_time_between(at(c.start), at(c.after_60)), 60min);
        EXPECT_EQ(office().service_time_between(at(c.start), at(c.after_180)), 180min);
    }
}

TEST(ServiceTime, KeepsSecondsAndTakesNoTimeWhenThereIsNoneToAdd)
{
    EXPECT_EQ(
        to_text_jst(office().add_service_time(at("2023-06-01 16:30") + 30s, 60min)->at), "2023-06-02T09:00:30+09:00");
    EXPECT_EQ(added(office(), "2023-06-01 16:30", 0), "2023-06-01 16:30");
    EXPECT_EQ(added(office(), "2023-06-01 17:15", 0), "2023-06-02 08:45");
    EXPECT_EQ(test::print(office().next_service(at("2023-06-03 10:00"))->at), "2023-06-05 08:45");
    EXPECT_TRUE(office().in_service(at("2023-06-01 08:45")));
    EXPECT_FALSE(office().in_service(at("2023-06-01 17:15")));
    EXPECT_EQ(office().service_time_between(at("2023-06-02 10:00"), at("2023-06-01 10:00")), 0s);
}

TEST(ServiceTime, SpansTenYears)
{
    // 242 open days in fiscal 2016 …: the sum is checked against the open days themselves.
    const Instant start = at("2016-04-01 08:45");
    const int days = office().open_days_between(day("2016-04-01"), day("2026-03-31"));
    const auto due = office().add_service_time(start, minutes{510} * days);
    ASSERT_TRUE(due);
    EXPECT_EQ(test::print(due->at), "2026-03-31 17:15");
}

TEST(ServiceTime, PastThePublishedHolidaysIsForecast)
{
    EXPECT_FALSE(office().add_service_time(at("2027-12-28 16:00"), 60min)->forecast);
    EXPECT_TRUE(office().add_service_time(at("2027-12-28 16:30"), 60min)->forecast);
    EXPECT_TRUE(office().add_open_days(day("2028-01-05"), -5)->forecast) << "counted backwards out of the forecast";
    CalendarTerms always;
    always.hours = ServiceHours::always;
    EXPECT_FALSE(calendar_of(always).add_service_time(at("2030-12-28 16:30"), 60min)->forecast);
}

TEST(ServiceTime, TermsOfOtherContracts)
{
    CalendarTerms always;
    always.hours = ServiceHours::always;
    always.closed_weekdays = {Saturday, Sunday};

    CalendarTerms night = office_terms();
    night.windows = {{Weekdays{Friday}, {22h, 30h}}, {Weekdays{Monday, Tuesday, Wednesday, Thursday}, {22h, 24h}}};

    CalendarTerms centre;
    centre.closed_weekdays = {Saturday, Sunday};
    centre.windows = {{every_weekday, {8h, 22h + 30min}}};
    centre.monthly_openings = {{.nth = 4, .weekday = Sunday, .reason = {"第4日曜開庁", "fourth Sunday"}}};

    CalendarTerms half = office_terms();
    half.closed_weekdays = {Sunday};
    half.windows = {{Weekdays{Monday, Tuesday, Wednesday, Thursday, Friday}, {8h + 30min, 12h}},
        {Weekdays{Monday, Tuesday, Wednesday, Thursday, Friday}, {13h, 17h}}, {Weekdays{Saturday}, {8h + 30min, 12h}}};

    struct Case {
        const char* story;
        const CalendarTerms& terms;
        const char* start;
        int amount;
        const char* due;
    };
    const std::array cases{
        Case{"24/365 runs through Saturday and midnight", always, "2026-05-01 23:30", 60, "2026-05-02 00:30"},
        Case{"24/365 over a year", always, "2026-01-01 00:00", 365 * 1440, "2027-01-01 00:00"},
        Case{"Friday's window ends on Saturday morning", night, "2026-05-15 23:00", 7 * 60, "2026-05-16 06:00"},
        Case{"and then waits for Monday night", night, "2026-05-15 23:00", 7 * 60 + 1, "2026-05-18 22:01"},
        Case{"the fourth Sunday is open", centre, "2026-05-22 22:00", 60, "2026-05-24 08:30"},
        Case{"the third Sunday is not", centre, "2026-05-15 22:00", 60, "2026-05-18 08:30"},
        Case{"a fourth Sunday on a holiday stays closed", centre, "2025-02-21 22:00", 60, "2025-02-25 08:30"},
        Case{"over the noon break", half, "2026-05-15 11:30", 60, "2026-05-15 13:30"},
        Case{"Saturday is half a day", half, "2026-05-16 11:30", 60, "2026-05-18 09:00"},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.story);
        EXPECT_EQ(added(calendar_of(c.terms), c.start, c.amount), c.due);
    }
}

TEST(OpenDays, AreCountedWithoutTheFirstDay)
{
    struct Case {
        const char* from;
        int n;
        const char* day;
    };
    constexpr std::array cases{
        Case{"2025-04-25", 2, "2025-04-30"},
        Case{"2025-05-02", 2, "2025-05-08"},
        Case{"2025-12-26", 2, "2026-01-06"},
        Case{"2024-03-29", 2, "2024-04-02"},
        Case{"2023-06-01", 2, "2023-06-05"},
        Case{"2023-06-02", 2, "2023-06-06"},
        Case{"2021-12-27", 2, "2022-01-04"},
        Case{"2021-10-08", 1, "2021-10-11"},
        Case{"2026-05-02", 0, "2026-05-02"},
        Case{"2026-05-07", -1, "2026-05-01"},
        Case{"2023-04-01", -1, "2023-03-31"},
        Case{"2019-04-26", 1, "2019-05-07"},
    };
    for (const Case& c : cases)
        EXPECT_EQ(to_text(office().add_open_days(day(c.from), c.n)->day), c.day) << c.from << " " << c.n;
}

TEST(OpenDays, OfContractPeriods)
{
    struct Case {
        const char* first;
        bool first_open;
        const char* open_before;
        const char* last;
        bool last_open;
        const char* last_open_day;
        int days;
    };
    constexpr std::array cases{
        Case{"2024-04-01", true, "2024-03-29", "2025-03-31", true, "2025-03-31", 243},
        Case{"2023-04-01", false, "2023-03-31", "2024-03-31", false, "2024-03-29", 243},
        Case{"2021-08-01", false, "2021-07-30", "2022-03-31", true, "2022-03-31", 161},
        Case{"2024-04-01", true, "2024-03-29", "2024-08-31", false, "2024-08-30", 105},
        Case{"2025-04-01", true, "2025-03-31", "2026-03-31", true, "2026-03-31", 242},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.first);
        EXPECT_EQ(office().is_open(day(c.first)), c.first_open);
        EXPECT_EQ(to_text(office().previous_open_day(day(c.first))->day), c.open_before);
        EXPECT_EQ(office().is_open(day(c.last)), c.last_open);
        EXPECT_EQ(to_text(office().roll(day(c.last), Roll::previous)->day), c.last_open_day);
        EXPECT_EQ(office().open_days_between(day(c.first), day(c.last)), c.days);
    }
    for (int year = 2016; year <= 2027; ++year) {
        const DayRange range = fiscal_year(year);
        const int days = office().open_days_between(range.first, range.last);
        EXPECT_TRUE(days >= 240 && days <= 245) << year << ": " << days;
    }
}

TEST(OpenDays, NthOfTheMonth)
{
    EXPECT_EQ(to_text(office().nth_open_day(2024y / May, 5)->day), "2024-05-09");
    EXPECT_EQ(to_text(office().nth_open_day(2026y / January, 1)->day), "2026-01-05");
    EXPECT_EQ(to_text(office().nth_open_day(2023y / December, -1)->day), "2023-12-28");
    EXPECT_EQ(office().nth_open_day(2026y / May, 19).error().code, "calendar/no_such_open_day");
    EXPECT_EQ(
        office().nth_open_day(2026y / May, 0).error().text.ja, "2026年5月の開庁日は18日で、第0開庁日はありません。");
}

struct Status {
    const char* day;
    DayKind kind;
    std::vector<std::string> reasons;
    const char* windows;
};

void expect_status(const WorkingCalendar& calendar, const Status& expected)
{
    SCOPED_TRACE(expected.day);
    const DayStatus status = calendar.status(day(expected.day));
    EXPECT_EQ(name_of(status.kind), name_of(expected.kind));
    EXPECT_EQ(status.open, calendar.is_open(day(expected.day)));
    std::vector<std::string> reasons;
    for (const Text& reason : status.reasons)
        reasons.push_back(reason.ja);
    EXPECT_EQ(reasons, expected.reasons);
    std::string windows;
    for (const DayWindow& window : status.windows)
        windows += fmt::format("{}-{} ", window.opens.count(), window.closes.count());
    EXPECT_EQ(windows, expected.windows);
}

TEST(DayStatus, SaysWhyADayIsClosedOrOpen)
{
    CalendarTerms terms = office_terms();
    terms.yearly_closures.push_back({June / 23, June / 23, {"慰霊の日", "Memorial Day"}});
    terms.special_openings = {
        {day("2026-03-29"), {{9h, 12h}}, {"転入の臨時開庁", "moving season"}}, {day("2026-12-30")}};
    terms.special_closures = {{day("2026-08-13"), day("2026-08-14"), {"庁舎停電", "power cut"}}};
    terms.monthly_openings = {{.nth = 4, .weekday = Sunday, .reason = {"第4日曜開庁", "fourth Sunday"}},
        {.nth = 2,
            .weekday = Wednesday,
            .windows = {{8h + 45min, 19h}},
            .reason = {"延長窓口", "late opening"},
            .reach = Reach::all}};
    const WorkingCalendar calendar = calendar_of(terms);
    const std::array cases{
        Status{"2026-06-01", DayKind::open, {}, "525-1035 "},
        Status{"2026-06-06", DayKind::weekly, {"土曜日"}, ""},
        Status{"2026-09-22", DayKind::holiday, {"休日"}, ""},
        Status{"2026-05-03", DayKind::holiday, {"憲法記念日", "日曜日"}, ""},
        Status{"2026-01-01", DayKind::closure, {"年末年始", "元日"}, ""},
        Status{"2026-06-23", DayKind::closure, {"慰霊の日"}, ""},
        Status{"2026-03-29", DayKind::special_open, {"転入の臨時開庁", "日曜日"}, "540-720 "},
        Status{"2026-12-30", DayKind::special_open, {"臨時開庁", "年末年始"}, "525-1035 "},
        Status{"2026-08-14", DayKind::special_closure, {"庁舎停電"}, ""},
        Status{"2026-05-24", DayKind::special_open, {"第4日曜開庁", "日曜日"}, "525-1035 "},
        Status{"2025-02-23", DayKind::holiday, {"天皇誕生日", "日曜日"}, ""},
        Status{"2026-02-11", DayKind::special_open, {"延長窓口", "建国記念の日"}, "525-1140 "},
    };
    for (const Status& c : cases)
        expect_status(calendar, c);
    EXPECT_EQ(calendar.status(day("2026-05-03")).holiday_name, "憲法記念日");
    EXPECT_TRUE(calendar.status(day("2028-05-03")).forecast);
}

TEST(Terms, AreRefusedWithTheirPlace)
{
    CalendarTerms terms = office_terms();
    terms.windows = {{Weekdays{Monday}, {9h, 9h}}, {Weekdays{}, {25h, 26h}}};
    terms.yearly_closures = {{February / 30, March / 1}};
    terms.special_closures = {{day("2026-05-02"), day("2026-05-01")}};
    terms.monthly_openings = {{.nth = 6, .weekday = Sunday}, {.nth = 4, .weekday = Sunday}};
    terms.special_openings = {{day("2026-05-04")}, {day("2026-05-04")}, {day("2026-05-05")}};
    const auto calendar = WorkingCalendar::create(terms, HolidayTable::official());
    ASSERT_FALSE(calendar);
    std::vector<std::string> errors;
    for (const FieldError& error : calendar.error().fields)
        errors.push_back(error.path + " " + error.code);
    EXPECT_EQ(errors,
        (std::vector<std::string>{"windows[0].closes calendar/closes", "windows[1].opens calendar/opens",
            "windows[1].days calendar/no_days", "yearly_closures[0] calendar/no_such_day",
            "special_closures[0] calendar/backwards", "monthly_openings[0].nth calendar/nth",
            "monthly_openings[1].windows calendar/no_hours", "special_openings[1].day calendar/twice",
            "special_openings[2].windows calendar/no_hours"}));
}

TEST(Bounds, OutsideTheHundredYearsNothingIsGuessed)
{
    EXPECT_FALSE(office().is_open(day("1979-12-31")));
    EXPECT_FALSE(office().is_open(day("2080-01-01")));
    EXPECT_EQ(office().add_open_days(day("2079-12-28"), 1).error().code, "calendar/out_of_range");
    EXPECT_EQ(office().add_open_days(day("1980-01-01"), -1).error().code, "calendar/out_of_range");
    EXPECT_EQ(office().roll(day("2080-01-01"), Roll::next).error().code, "calendar/out_of_range");
    EXPECT_EQ(office().nth_open_day(2080y / January, 1).error().code, "calendar/out_of_range");
    EXPECT_EQ(office().add_service_time(at("2079-12-28 17:00"), 60min).error().code, "calendar/out_of_range");
    EXPECT_EQ(office().add_service_time(at("1979-12-28 17:00"), 60min).error().code, "calendar/out_of_range");
    EXPECT_EQ(office().add_service_time(at("2026-12-28 17:00"), minutes::max()).error().code, "calendar/out_of_range");
    EXPECT_EQ(office().add_service_time(at("2026-12-28 17:00"), -1min).error().code, "calendar/negative");
    EXPECT_EQ(office().service_time_between(at("1900-01-01 00:00"), at("1980-01-04 08:46")), 1min);
    EXPECT_EQ(office().service_time_between(at("2079-12-28 17:00"), at("2200-01-01 00:00")), 15min);
    CalendarTerms no_hours = office_terms();
    no_hours.windows.clear();
    EXPECT_EQ(
        calendar_of(no_hours).add_service_time(at("2026-12-28 17:00"), 1min).error().code, "calendar/no_service_hours");
    EXPECT_EQ(to_text(calendar_of(no_hours).add_open_days(day("2026-12-28"), 1)->day), "2027-01-04");
}

TEST(FiscalYear, BeginsInApril)
{
    EXPECT_EQ(fiscal_year_of(day("2026-03-31")), 2025);
    EXPECT_EQ(fiscal_year_of(day("2026-04-01")), 2026);
    EXPECT_EQ(fiscal_year(2026), (DayRange{day("2026-04-01"), day("2027-03-31")}));
}

TEST(DayText, InBothLanguages)
{
    EXPECT_EQ(day_text(day("2023-06-02")), (Text{"2023年6月2日（金）", "Fri 2023-06-02"}));
    EXPECT_EQ(time_text(local_time(at("2023-06-02 09:05"))), (Text{"2023年6月2日（金）9:05", "Fri 2023-06-02 09:05"}));
    EXPECT_EQ(time_text(local_time(at("2023-06-02 09:05") + 7s)).ja, "2023年6月2日（金）9:05:07");
}

}
}
