#pragma once
#include "core/calendar.hpp"

#include <fmt/format.h>
#include <string_view>

namespace hoshuban::test {

inline LocalDay day(std::string_view text)
{
    return parse_day(text).value();
}
/// `2023-06-01 16:30`, Japanese time.
inline Instant at(std::string_view text)
{
    return parse_instant(fmt::format("{}T{}", text.substr(0, 10), text.substr(11))).value();
}
inline std::string print(Instant instant)
{
    const std::string text = to_text_jst(instant);
    return fmt::format("{} {}", text.substr(0, 10), text.substr(11, 5));
}

inline constexpr DayWindow office_window{std::chrono::minutes{8 * 60 + 45}, std::chrono::minutes{17 * 60 + 15}};

/// 08:45-17:15 on weekdays, closed on holidays and from 29 December to 3 January.
inline CalendarTerms office_terms()
{
    using namespace std::chrono;
    CalendarTerms terms;
    terms.closed_weekdays = {Saturday, Sunday};
    terms.yearly_closures = {{December / 29, January / 3, {"年末年始", "year-end and new year"}}};
    terms.windows = {{every_weekday, office_window}};
    return terms;
}

inline const WorkingCalendar& office()
{
    static const WorkingCalendar calendar = WorkingCalendar::create(office_terms(), HolidayTable::official()).value();
    return calendar;
}

}
