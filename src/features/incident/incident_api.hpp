#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::incident {

/// The ledger of incidents, the course of one, its clocks and their evidence.
void add_routes(http::Router&, contract::ProfileCache&);

}
