#pragma once
#include "core/calendar.hpp"
#include "features/support/shift.hpp"

#include <vector>

namespace hoshuban::support {

/// What a repeating pattern fills.
enum class Shape {
    outside_hours, ///< every time outside the contract's hours: nights, weekends, holidays
    hours, ///< the same hours on some weekdays
};

constexpr auto names_of(const Shape*)
{
    return std::to_array<Name<Shape>>({{Shape::outside_hours, "outside_hours"}, {Shape::hours, "hours"}});
}

/// When the next person takes over.
enum class Turn { shift, week };

constexpr auto names_of(const Turn*)
{
    return std::to_array<Name<Turn>>({{Turn::shift, "shift"}, {Turn::week, "week"}});
}

struct Callee {
    std::string person = {};
    std::string phone = {};

    bool operator==(const Callee&) const = default;
};

/// Shifts that repeat from one day to another, both included, each person in turn.
struct Pattern {
    DayRange days = {};
    Shape shape = Shape::outside_hours;
    MinuteOfDay from{0}; ///< for `hours`
    MinuteOfDay until{0}; ///< for `hours`; not after `from`: on the next day
    Weekdays weekdays = every_weekday; ///< for `hours`: the days on which a shift begins
    std::vector<Callee> people = {};
    Turn turn = Turn::week; ///< weeks begin on Monday
    Rank rank = Rank::primary;
};

/// More shifts at once are a mistake.
inline constexpr std::size_t most_shifts_at_once = 500;

/// The shifts of a pattern, in order, without ids. Refuses days the wrong way round or outside the calendar's years,
/// nobody to call, and more shifts than most_shifts_at_once (`support/pattern_…`).
Result<std::vector<Shift>> spread(const Pattern&, const WorkingCalendar& calendar);

}
