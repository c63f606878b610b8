#pragma once
#include "core/calendar.hpp"

namespace hoshuban::notice {

/// How a date came about and how much of it is left, for who is told of it: the clock, its two ends, and the hours of
/// service between them.
Text explained(const Text& clock, Instant starts_at, Instant due_at, Instant now, const WorkingCalendar&);

}
