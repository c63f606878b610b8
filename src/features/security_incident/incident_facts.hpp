#pragma once
#include "features/security_incident/incident.hpp"

#include <map>
#include <string>

namespace hoshuban::security_incident {

/// What an incident states, field by field, for the chain.
std::map<std::string, std::string> facts_of(const Incident&);

}
