#pragma once
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::licence {

/// Whether the licence of the path {contract}, {id} exists; for routes about it in other rooms.
Result<void> check_seen(const http::Context&, db::Reader&);

/// Every route of the room; `profiles` must outlive the router.
void add_routes(http::Router&, contract::ProfileCache& profiles);

}
