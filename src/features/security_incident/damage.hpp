#pragma once
#include "features/security_incident/incident.hpp"

namespace hoshuban::security_incident {

/// The report in writing about damage, once (LAW-02); it is the first report where none was made before.
Result<Incident> report_in_writing(Incident, WrittenReport, Instant now);

/// How damage was made good, until the city confirms it (LAW-04); what the city asked for before is answered by it.
Result<Incident> restore(Incident, Restoration, LocalDay today);

/// The city's word about the restoration; a later one replaces it.
Result<Incident> rule(Incident, Side, Ruling);

}
