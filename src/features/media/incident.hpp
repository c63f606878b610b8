#pragma once
#include "features/media/medium.hpp"
#include "features/security_incident/incident.hpp"

namespace hoshuban::media {

/// What is told of a medium that was lost or damaged, or from which something leaked (MED-03).
security_incident::Intake incident_of(const Medium&, const Movement&);
/// What is told of a medium on which this file was found infected.
security_incident::Intake incident_of_virus(const Medium&, const std::string& found, Instant at);

}
