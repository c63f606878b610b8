#pragma once
#include "features/contract/service.hpp"

#include <vector>

namespace hoshuban::contract {

/// What a level asks for, a line each: `60分以内`, the rows of a target by the day in their order, or that nothing but
/// the time is kept (SLA-09).
std::vector<Text> target_words(const ServiceLevel&);

}
