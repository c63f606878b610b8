#pragma once
#include "features/contract/contract_store.hpp"
#include "features/improvement/body_api.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::improvement {

Plan plan_of(const PlanBody&);

/// The steps of a proposal: revised, decided by the city, begun, checked with what was counted, concluded, withdrawn.
void add_act_routes(http::Router&, contract::ProfileCache&);

}
