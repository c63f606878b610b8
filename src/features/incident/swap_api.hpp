#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::incident {

/// The exchange of the unit of an incident for a spare, and the spares that there are for it.
void add_swap_routes(http::Router&, contract::ProfileCache&);

}
