#pragma once
#include "features/audit/audit.hpp"

#include <map>
#include <string>

namespace hoshuban::audit {

using Facts = std::map<std::string, std::string>;

/// Fills in what differs between two states of a row; nothing before when the row is new.
void put_change(Entry&, const Facts& before, const Facts& after);

}
