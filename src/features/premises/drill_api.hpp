#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::premises {

/// Drills and other cooperation: list, file, enter, correct, and that the city saw them.
void add_drill_routes(http::Router&, contract::ProfileCache&);

}
