#include "core/calendar_ruling.hpp"

#include <algorithm>

namespace hoshuban {
namespace {

namespace chrono = std::chrono;

bool covers(const YearlyClosure& closure, chrono::month_day date)
{
    if (closure.first <= closure.last)
        return closure.first <= date && date <= closure.last;
    return date >= closure.first || date <= closure.last;
}

bool falls_on(const MonthlyOpening& opening, LocalDay day, chrono::year_month_day date)
{
    return weekday_of(day) == opening.weekday && (static_cast<unsigned>(date.day()) - 1) / 7 + 1 == opening.nth;
}

template <class Entry, class Applies>
const Entry* find(const std::vector<Entry>& entries, Applies applies)
{
    for (const Entry& entry : entries) {
        if (applies(entry))
            return &entry;
    }
    return nullptr;
}

DayKind decide(const Ruling& ruling)
{
    const bool opens_monthly = ruling.monthly_opening != nullptr;
    if (ruling.special_closure != nullptr)
        return DayKind::special_closure;
    if (ruling.special_opening != nullptr || (opens_monthly && ruling.monthly_opening->reach == Reach::all))
        return DayKind::special_open;
    if (ruling.yearly_closure != nullptr)
        return DayKind::closure;
    if (ruling.holiday)
        return DayKind::holiday;
    if (opens_monthly)
        return DayKind::special_open;
    return ruling.weekly ? DayKind::weekly : DayKind::open;
}

}

Ruling rule_on(const CalendarTerms& terms, LocalDay day, bool is_holiday)
{
    const chrono::year_month_day date = date_of(day);
    const chrono::month_day of_year{date.month(), date.day()};
    Ruling ruling{
        .kind = DayKind::open,
        .special_closure = find(terms.special_closures,
            [&](const SpecialClosure& closure) { return closure.first <= day && day <= closure.last; }),
        .special_opening =
            find(terms.special_openings, [&](const SpecialOpening& opening) { return opening.day == day; }),
        .monthly_opening =
            find(terms.monthly_openings, [&](const MonthlyOpening& opening) { return falls_on(opening, day, date); }),
        .yearly_closure =
            find(terms.yearly_closures, [&](const YearlyClosure& closure) { return covers(closure, of_year); }),
        .holiday = is_holiday && terms.national_holidays == HolidayRule::closed,
        .weekly = terms.closed_weekdays.contains(weekday_of(day)),
    };
    ruling.kind = decide(ruling);
    return ruling;
}

std::vector<DayWindow> windows_on(const CalendarTerms& terms, LocalDay day, const Ruling& ruling)
{
    constexpr DayWindow whole_day{chrono::minutes{0}, chrono::minutes{24 * 60}};
    if (terms.hours == ServiceHours::always)
        return {whole_day};
    if (!is_open_kind(ruling.kind))
        return {};
    if (ruling.special_opening != nullptr && !ruling.special_opening->windows.empty())
        return merged(ruling.special_opening->windows);
    if (ruling.special_opening == nullptr && ruling.monthly_opening != nullptr &&
        !ruling.monthly_opening->windows.empty())
        return merged(ruling.monthly_opening->windows);

    std::vector<DayWindow> windows;
    for (const ServiceWindow& window : terms.windows) {
        if (window.days.contains(weekday_of(day)))
            windows.push_back(window.window);
    }
    return merged(std::move(windows));
}

std::vector<DayWindow> merged(std::vector<DayWindow> windows)
{
    std::ranges::sort(windows, {}, &DayWindow::opens);
    std::vector<DayWindow> merged;
    for (const DayWindow& window : windows) {
        if (!merged.empty() && window.opens <= merged.back().closes)
            merged.back().closes = std::max(merged.back().closes, window.closes);
        else
            merged.push_back(window);
    }
    return merged;
}

}
