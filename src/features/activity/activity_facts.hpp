#pragma once
#include "features/activity/activity.hpp"

#include <map>
#include <string>

namespace hoshuban::activity {

/// The facts of a record as an event keeps them; empty ones are left out.
std::map<std::string, std::string> facts_of(const Activity&);

}
