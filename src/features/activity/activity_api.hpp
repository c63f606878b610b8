#pragma once
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::activity {

/// Whether the record of the path {contract}, {id} exists for who asks; for routes about it in other rooms.
Result<void> check_seen(const http::Context&, db::Reader&);

/// Every route of the room; `profiles` must outlive the router. The ledger is of the whole contract: it is there for
/// who reaches every request of it, and not for people of one division or site.
void add_routes(http::Router&, contract::ProfileCache& profiles);

}
