#pragma once
#include "core/calendar.hpp"

namespace hoshuban {

enum class StepKind {
    start, ///< where counting begins and under which rule
    wait, ///< a stretch that does not count
    count, ///< service time that counts
    open_day, ///< an open day that counts
    month, ///< a move to another month or its end
    roll, ///< a move to or past an open day, or the reason why there is none
    omitted, ///< steps left out of a long explanation, added up
    forecast, ///< the warning that the answer rests on unpublished holidays
    result, ///< the answer
};

constexpr auto names_of(const StepKind*)
{
    return std::to_array<Name<StepKind>>({
        {StepKind::start, "start"},
        {StepKind::wait, "wait"},
        {StepKind::count, "count"},
        {StepKind::open_day, "open_day"},
        {StepKind::month, "month"},
        {StepKind::roll, "roll"},
        {StepKind::omitted, "omitted"},
        {StepKind::forecast, "forecast"},
        {StepKind::result, "result"},
    });
}

/// One line of the answer to "why this date?".
struct Step {
    StepKind kind;
    Instant from;
    Instant to;
    std::chrono::minutes minutes; ///< service time counted in this step
    Text text;
};

/// How WorkingCalendar::add_service_time comes to its answer. Long counts are shortened in the middle.
Result<std::vector<Step>> explain_service_time(const WorkingCalendar&, Instant start, std::chrono::minutes);
/// How WorkingCalendar::add_open_days comes to its answer.
Result<std::vector<Step>> explain_open_days(const WorkingCalendar&, LocalDay start, int n);
/// Why the days from first to last, both included, are closed: one step per stretch of closed days with the same reasons.
std::vector<Step> explain_closures(const WorkingCalendar&, LocalDay first, LocalDay last);
Step forecast_warning(const WorkingCalendar&, LocalDay answer);

}
