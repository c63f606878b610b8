#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::trend {

/// What the faults of a contract show (IMP-01): on the screen and as an Excel file, for who sees every site.
void add_routes(http::Router&, contract::ProfileCache&);

}
