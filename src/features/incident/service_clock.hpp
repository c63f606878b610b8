#pragma once
#include "core/calendar.hpp"
#include "features/incident/timeline.hpp"

#include <optional>
#include <vector>

namespace hoshuban::incident {

/// How one level stands.
enum class Standing {
    not_begun, ///< no instruction yet
    running,
    waiting, ///< stopped by a wait that goes on
    met,
    missed, ///< also while it still runs on: the term is over
    agreed, ///< not in time, but both sides had set the level aside
    not_needed, ///< of work on site: restored without any (SLA-02)
    measured, ///< reached; the contract states no number (SLA-09)
    not_applied, ///< the level is for other classes, severities or days
};

constexpr auto names_of(const Standing*)
{
    return std::to_array<Name<Standing>>({
        {Standing::not_begun, "not_begun"},
        {Standing::running, "running"},
        {Standing::waiting, "waiting"},
        {Standing::met, "met"},
        {Standing::missed, "missed"},
        {Standing::agreed, "agreed"},
        {Standing::not_needed, "not_needed"},
        {Standing::measured, "measured"},
        {Standing::not_applied, "not_applied"},
    });
}

/// One level of one incident, derived from its timeline; nothing of it is ever stored as a sum.
struct ServiceClock {
    Standing standing = Standing::not_begun;
    std::optional<Instant> from = {};
    std::optional<Instant> due = {}; ///< the last moment in time; unknown while a wait goes on, none without a number
    std::optional<Instant> reached = {};
    bool by_arrival = false; ///< the start of work is not entered: arrival stands for it (A-09)
    std::chrono::seconds used{}; ///< service time without waits, until it was reached or until now
    std::chrono::seconds allowed{}; ///< 0: the level has no number
    bool forecast = false; ///< `due` rests on holidays that are not published yet

    bool operator==(const ServiceClock&) const = default;
};

/// Counts in hours of service of the calendar, which is that of the level's work class (SLA-01…03). The timeline is one
/// that check() takes. A target by the day allows the service time from the beginning until its moment, so that waits
/// move it as they move a number of minutes.
Result<ServiceClock> measure(const contract::ServiceLevel&, const WorkingCalendar&, const Timeline&, Instant now);

/// Whether service time passes for a clock at a moment, and when that changes.
struct Pace {
    bool counting = false;
    std::optional<Instant> turns_at = {}; ///< closing or opening; none where nothing changes by itself

    bool operator==(const Pace&) const = default;
};

/// Of a clock that measure() gave for this timeline and moment; nothing passes once it is reached or while it waits.
Pace pace(const ServiceClock&, const WorkingCalendar&, const Timeline&, Instant now);

enum class IntervalKind { running, closed, waiting };

constexpr auto names_of(const IntervalKind*)
{
    return std::to_array<Name<IntervalKind>>(
        {{IntervalKind::running, "running"}, {IntervalKind::closed, "closed"}, {IntervalKind::waiting, "waiting"}});
}

/// A stretch of the evidence.
struct Interval {
    IntervalKind kind = IntervalKind::running;
    Instant from = {};
    Instant to = {};
    Text reason = {}; ///< why it does not count; empty when it does

    bool operator==(const Interval&) const = default;
};

/// Every stretch from the beginning of the clock until it was reached or until now, without gap or overlap. What runs
/// adds up to `used`.
std::vector<Interval> evidence(const contract::ServiceLevel&, const WorkingCalendar&, const Timeline&, Instant now);

}
