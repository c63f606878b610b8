#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::visit {

/// The routes of what happens on a visit; `profiles` must outlive the router.
void add_act_routes(http::Router&, contract::ProfileCache& profiles);

}
