#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::incident {

/// The papers of an incident: its result report as a Word document and as a mail, and the evidence of a level.
void add_report_routes(http::Router&, contract::ProfileCache&);

}
