#pragma once
#include "core/calendar.hpp"
#include "core/calendar_explanation.hpp"

#include <optional>

namespace hoshuban {

/// Whether somebody is there at a moment, by the hours of service of a calendar.
struct OpenState {
    bool open = false;
    std::optional<Instant> closes_at = {}; ///< while open; none when the hours never end
    std::optional<Instant> opens_at = {}; ///< while closed; none when no hours are agreed
    Text reason = {}; ///< why it is closed: the days' reasons, or that it is outside the hours; empty while open
    bool forecast = false; ///< `opens_at` rests on holidays that are not published yet

    bool operator==(const OpenState&) const = default;
};

/// Fails with `calendar/out_of_range` beyond the calendar's years.
Result<OpenState> open_state(const WorkingCalendar&, Instant);

/// The line of an explanation that says why `closed` is not open at the moment `from`, and when it is again.
Step opening_step(const OpenState& closed, Instant from);

}
