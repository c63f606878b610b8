#pragma once
#include "features/security_incident/incident.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::security_incident {

/// The columns of `sql/parts/incident.sql`.
Incident incident_from(const db::Row&);

void insert(db::Tx&, const Incident&);
/// Writes what may change; the row stands in the version of the incident and goes to the next.
void replace(db::Tx&, const Incident&);

}
