#pragma once
#include "features/security_incident/incident.hpp"

namespace hoshuban::security_incident {

/// 409 `security_incident/wrong_state`, with why.
std::unexpected<Error> wrong_state(Text);
/// 403 `security_incident/city_only`.
std::unexpected<Error> city_only();
/// 422 `security_incident/in_future` at the field.
std::unexpected<Error> in_future(std::string field);
/// Refuses, at `at`, a report to the city before the incident was noticed or after now.
Result<void> check_told(const Incident&, Instant at, Instant now);

}
