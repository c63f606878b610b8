#pragma once
#include "core/calendar.hpp"
#include "core/calendar_explanation.hpp"

#include <optional>
#include <variant>

namespace hoshuban {

enum class DueKind { service_minutes, open_days, calendar_days, nth_open_day, end_of_month };

constexpr auto names_of(const DueKind*)
{
    return std::to_array<Name<DueKind>>({
        {DueKind::service_minutes, "service_minutes"},
        {DueKind::open_days, "open_days"},
        {DueKind::calendar_days, "calendar_days"},
        {DueKind::nth_open_day, "nth_open_day"},
        {DueKind::end_of_month, "end_of_month"},
    });
}

/// A date on which a closed due day stays where it is: the same day every year, or the last day of the contract period.
struct PeriodEnd {
    bool operator==(const PeriodEnd&) const = default;
};
using RollException = std::variant<std::chrono::month_day, PeriodEnd>;

/// When something is due, as the contract says it.
struct DueRule {
    DueKind kind = DueKind::calendar_days;
    /// Minutes, or days after the start (before it when negative; the first day is not counted), or n of the n-th open
    /// day. Unused for the end of a month.
    int amount = 0;
    /// For the n-th open day and the end of a month: how many months after the month of the start.
    int months_later = 0;
    /// Service time always ends in hours of service and is never moved.
    Roll roll = Roll::none;
    std::vector<RollException> roll_exceptions = {};
};

struct Due {
    Instant at; ///< the last moment in time: the counted minute, or the last second of the day
    LocalDay day;
    bool forecast;
    std::vector<Step> explanation;
};

/// The due moment counted from `start`. `period` is the contract period, which a roll exception may name.
Result<Due> due_moment(
    const DueRule&, Instant start, const WorkingCalendar&, const std::optional<DayRange>& period = std::nullopt);

/// The due rules of a paper handed in for every month of work: a soft target, the hard limit, and the limit for the
/// last month of the contract, in which there is no soft target.
struct MonthlyRule {
    std::optional<DueRule> target;
    DueRule limit;
    std::optional<DueRule> final_limit;
};

struct MonthlyDue {
    std::optional<Due> target;
    Due limit;
};

Result<MonthlyDue> monthly_due(
    const MonthlyRule&, std::chrono::year_month, const WorkingCalendar&, const DayRange& period);

/// Reads `03-31` or `period_end`.
Result<RollException> parse_roll_exception(std::string_view);

}
