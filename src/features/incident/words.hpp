#pragma once
#include "features/incident/course.hpp"
#include "features/incident/service_clock.hpp"

namespace hoshuban::incident {

/// What people call it on paper.
Text label(Act);
Text label(Standing);
Text label(IntervalKind);

/// `1:05` of service or plain time; whole minutes, rounded down.
std::string hours_and_minutes(std::chrono::seconds);

}
