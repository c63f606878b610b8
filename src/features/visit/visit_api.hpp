#pragma once
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::visit {

/// Every route of the room; `profiles` must outlive the router.
void add_routes(http::Router&, contract::ProfileCache& profiles);

/// For timelines: whether the caller sees the visit of the path {contract}, {id}.
Result<void> check_seen(const http::Context&, db::Reader&);
/// The same of another visit of the path's contract.
Result<void> check_visit_seen(const http::Context&, db::Reader&, const VisitId&);

}
