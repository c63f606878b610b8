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

/// How WorkingCalendar::add_service_time comes to `answer`: what counts and what does not, without the result itself.
/// Long counts are shortened in the middle.
std::vector<Step> explain_service_time(const WorkingCalendar&, Instant start, std::chrono::minutes, Instant answer);
/// How WorkingCalendar::add_open_days comes to `answer`, likewise.
std::vector<Step> explain_open_days(const WorkingCalendar&, LocalDay start, int n, LocalDay answer);
/// Why the days from first to last, both included, are closed: `2023年6月3日（土）土曜日、…`. Empty when none is.
Text closure_text(const WorkingCalendar&, LocalDay first, LocalDay last);
/// The warning for an answer that rests on unpublished holidays.
Step forecast_step(const WorkingCalendar&, LocalDay answer);

}
