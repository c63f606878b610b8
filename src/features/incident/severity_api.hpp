#pragma once
#include "features/contract/contract_store.hpp"
#include "features/incident/incident.hpp"
#include "platform/http/context.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::incident {

/// Refuses (`incident/severity_by_city`) who may not decide how grave a fault is: the city does.
Result<void> check_rules(const http::Context&);

/// Refuses (`support/unknown_severity`) a severity that the contract does not tell apart for the class of the unit.
Result<void> check_severity(const contract::Profile&, const Intake&);

/// How grave a fault is, decided anew by the city with name and reason (SUP-07). Service levels and support windows are
/// read anew from the beginning; waits stay.
void add_severity_routes(http::Router&, contract::ProfileCache&);

}
