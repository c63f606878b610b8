#pragma once
#include "core/calendar_day.hpp"
#include "features/work_request/work_request.hpp"

#include <vector>

namespace hoshuban::work_request {

/// What is wrong with the days of a request: entered after the contract's end, entered for a day to come before its
/// start (what was really submitted before the start is taken, CON-13), or wished for before it was entered.
std::vector<FieldError> period_problems(const DayRange& period, const WorkRequest&, LocalDay today);

/// The same as one refusal. `before` is the stored request, null for a new one: days that stay are not judged again.
Result<void> check_period(const DayRange& period, const WorkRequest* before, const WorkRequest& after, LocalDay today);

}
