#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::incident {

/// The service levels of a month (SLA-08): on the screen, as an Excel file, reported to the city and as it was
/// reported.
void add_achievement_routes(http::Router&, contract::ProfileCache&);

}
