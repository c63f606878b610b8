#pragma once
#include "features/licence/licence.hpp"

#include <map>
#include <string>

namespace hoshuban::licence {

/// What a licence states, field by field, for the chain; empty facts are left out.
std::map<std::string, std::string> facts_of(const Licence&);

}
