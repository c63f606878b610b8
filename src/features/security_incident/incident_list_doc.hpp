#pragma once
#include "core/language.hpp"
#include "features/security_incident/incident.hpp"

#include <string>
#include <vector>

namespace hoshuban::security_incident {

/// An .xlsx file of incidents in the order given, with whose report came late as of `now`.
Result<std::string> incident_workbook(const std::vector<Incident>&, Language, Instant now);

}
