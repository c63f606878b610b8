#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::visit {

/// The routes of the acts on a finding; `profiles` must outlive the router.
void add_finding_act_routes(http::Router&, contract::ProfileCache& profiles);

}
