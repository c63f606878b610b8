#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::gate {

/// Starts on the city's instruction before the gates are open, with and without a request.
void add_emergency_routes(http::Router&, contract::ProfileCache&);

}
