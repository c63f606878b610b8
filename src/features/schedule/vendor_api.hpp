#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::schedule {

/// What is said about other vendors: for a request, and once for all of a routine (MIN-05).
void add_vendor_routes(http::Router&, contract::ProfileCache&);

}
