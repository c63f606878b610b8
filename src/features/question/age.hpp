#pragma once
#include "core/calendar.hpp"
#include "core/time.hpp"

namespace hoshuban::question {

/// Open days that have passed from one moment to another; the first day is not counted (初日不算入).
int open_days_passed(const WorkingCalendar&, Instant from, Instant to);

/// Before this moment lies what is at least so many open days old now; `days` is at least 1. Fails outside of the
/// calendar's years.
Result<Instant> older_than(const WorkingCalendar&, Instant now, int days);

}
