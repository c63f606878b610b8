#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::incident {

/// The way of an incident to its end: its branch, its steps, and the exchange of its unit (INC-07…18, SPR-02…11).
void add_flow_routes(http::Router&, contract::ProfileCache&);

}
