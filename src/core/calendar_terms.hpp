#pragma once
#include "core/calendar_day.hpp"
#include "core/names.hpp"

#include <chrono>
#include <vector>

namespace hoshuban {

/// Hours of service. `closes` may pass 24:00, up to 24 hours after `opens`: 22:00–30:00 ends at 06:00 the next morning
/// and belongs wholly to the day on which it opens.
struct DayWindow {
    MinuteOfDay opens;
    MinuteOfDay closes;

    bool operator==(const DayWindow&) const = default;
};

/// Hours of service on some weekdays; a weekday may have several.
struct ServiceWindow {
    Weekdays days = every_weekday;
    DayWindow window;

    bool operator==(const ServiceWindow&) const = default;
};

/// Closed every year from one date to another; the span runs over the new year when `last` comes before `first`.
struct YearlyClosure {
    std::chrono::month_day first;
    std::chrono::month_day last;
    Text reason{"閉庁期間", "yearly closure"};

    bool operator==(const YearlyClosure&) const = default;
};

/// What a monthly opening wins against.
enum class Reach {
    weekly, ///< opens days closed by their weekday only; a holiday or closure on that day stays closed
    all, ///< opens whatever the day is
};

constexpr auto names_of(const Reach*)
{
    return std::to_array<Name<Reach>>({{Reach::weekly, "weekly"}, {Reach::all, "all"}});
}

/// Open on the n-th such weekday of every month, e.g. every fourth Sunday. Without windows of its own the day has those
/// of its weekday.
struct MonthlyOpening {
    unsigned nth = 1; ///< 1…5
    std::chrono::weekday weekday;
    std::vector<DayWindow> windows = {};
    Text reason{"定例の開庁日", "regular opening"};
    Reach reach = Reach::weekly;

    bool operator==(const MonthlyOpening&) const = default;
};

/// A single day on which the city works although the calendar says closed (臨時開庁). Without windows of its own the
/// day has those of its weekday.
struct SpecialOpening {
    LocalDay day;
    std::vector<DayWindow> windows = {};
    Text reason{"臨時開庁", "special opening"};

    bool operator==(const SpecialOpening&) const = default;
};

/// Single days, or a span of them, on which the city is closed although the calendar says open (臨時閉庁). Wins over
/// everything else.
struct SpecialClosure {
    LocalDay first;
    LocalDay last;
    Text reason{"臨時閉庁", "special closure"};

    bool operator==(const SpecialClosure&) const = default;
};

/// Whether national holidays close the offices.
enum class HolidayRule { closed, open };

constexpr auto names_of(const HolidayRule*)
{
    return std::to_array<Name<HolidayRule>>({{HolidayRule::closed, "closed"}, {HolidayRule::open, "open"}});
}

enum class ServiceHours {
    windows, ///< as `windows` says; no windows at all means that no hours are agreed and service time cannot be counted
    always, ///< 24 hours, 365 days: the clock never stops; closings matter for open days only
};

/// What a contract says about one calendar: pure data, checked by WorkingCalendar::create.
struct CalendarTerms {
    Weekdays closed_weekdays;
    HolidayRule national_holidays = HolidayRule::closed;
    std::vector<YearlyClosure> yearly_closures = {};
    std::vector<MonthlyOpening> monthly_openings = {};
    std::vector<SpecialOpening> special_openings = {};
    std::vector<SpecialClosure> special_closures = {};
    ServiceHours hours = ServiceHours::windows;
    std::vector<ServiceWindow> windows = {};

    bool operator==(const CalendarTerms&) const = default;
};

/// What is wrong with the terms; each path names its place (`windows[1].closes`).
std::vector<FieldError> check(const CalendarTerms&);

}
