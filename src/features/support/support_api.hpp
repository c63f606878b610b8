#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::support {

/// Every route of the room: what the support windows say, and the on-call plan.
void add_routes(http::Router&, contract::ProfileCache&);

}
