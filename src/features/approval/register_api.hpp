#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::approval {

/// The list, its export, and what can be applied for.
void add_register_routes(http::Router&, contract::ProfileCache&);

}
