#pragma once
#include "features/approval/approval.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::schedule {

/// Windows of work requests, their permissions, the calendar of the contract, and the words about other vendors.
void add_routes(http::Router&, contract::ProfileCache&);

}
