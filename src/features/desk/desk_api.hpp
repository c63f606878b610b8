#pragma once
#include "platform/db/database.hpp"
#include "platform/http/context.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::desk {

/// Every route of the room: the directory, its vendors, and the calls to its desks.
void add_routes(http::Router&, contract::ProfileCache&);

/// Whether there is the call of the path.
Result<void> check_call_seen(const http::Context&, db::Reader&);
/// Whether files may still be attached to it: it is not closed (`desk/call_closed`).
Result<void> check_call_attach(const http::Context&, db::Reader&);

}
