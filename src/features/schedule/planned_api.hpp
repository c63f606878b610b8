#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::schedule {

/// The windows of a whole contract by day: what lies when and where, without the permissions of each.
void add_planned_routes(http::Router&, contract::ProfileCache&);

}
