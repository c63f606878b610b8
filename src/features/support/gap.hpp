#pragma once
#include "core/calendar.hpp"
#include "features/support/shift.hpp"

#include <span>
#include <vector>

namespace hoshuban::support {

/// Some time, [from, until).
struct Stretch {
    Instant from = {};
    Instant until = {};

    bool operator==(const Stretch&) const = default;
};

/// A time at which nobody is to be called although the contract wants somebody.
struct Gap {
    Stretch time = {};
    Text reason = {}; ///< why the hours do not run then: night, weekend, holiday, year-end

    bool operator==(const Gap&) const = default;
};

/// Whether the contract wants somebody to be reachable outside its hours: a support window of it runs around the clock
/// (SUP-01, SUP-02).
bool needs_on_call(const contract::Profile&);

/// The time of [from, until) that lies outside the hours of the normal calendar, in order.
std::vector<Stretch> outside_hours(const WorkingCalendar&, const Stretch&);

/// The parts of the time outside hours that no shift covers, in order. Whoever is on call covers: a second alone can be
/// called too.
std::vector<Gap> gaps(const WorkingCalendar&, std::span<const Shift>, const Stretch&);

}
