#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::device {

/// What a generation plans and did, entered for a site or for one unit.
void add_renewal_routes(http::Router&, contract::ProfileCache&);

}
