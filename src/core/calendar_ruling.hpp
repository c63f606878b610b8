#pragma once
#include "core/calendar.hpp"

#include <array>

namespace hoshuban {

/// Which parts of the terms apply to one day; those that do not are null. Points into the terms.
struct Ruling {
    DayKind kind;
    const SpecialClosure* special_closure;
    const SpecialOpening* special_opening;
    const MonthlyOpening* monthly_opening;
    const YearlyClosure* yearly_closure;
    bool holiday;
    bool weekly;
};

/// `is_holiday` says whether the national holiday law names the day.
Ruling rule_on(const CalendarTerms&, LocalDay, bool is_holiday);

/// The hours that begin on the day, in order and merged where they touch; none on a closed day.
std::vector<DayWindow> windows_on(const CalendarTerms&, LocalDay, const Ruling&);

/// Sorted, and merged where windows overlap or touch.
std::vector<DayWindow> merged(std::vector<DayWindow>);

}
