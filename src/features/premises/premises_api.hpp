#pragma once
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::premises {

/// Every route of the room: controlled rooms, entry records, drills; `profiles` must outlive the router.
void add_routes(http::Router&, contract::ProfileCache& profiles);

/// For timelines: whether the caller sees the record, or the drill, of the path {contract}, {id}.
Result<void> check_record_seen(const http::Context&, db::Reader&);
Result<void> check_drill_seen(const http::Context&, db::Reader&);

}
