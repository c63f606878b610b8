#pragma once
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::visit {

/// Every route of findings; `profiles` must outlive the router.
void add_finding_routes(http::Router&, contract::ProfileCache& profiles);

/// For timelines: whether the caller sees the finding of the path {contract}, {id}.
Result<void> check_finding_seen(const http::Context&, db::Reader&);

}
