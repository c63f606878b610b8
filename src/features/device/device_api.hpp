#pragma once
#include "features/contract/profile.hpp"
#include "features/device/neighbours.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::device {

/// Whether the unit of the path {contract}, {id} stands where who asks may see it; for its timeline.
Result<void> check_seen(const http::Context&, db::Reader&);

/// The register as of a day, its counts, where one unit stood, and its moves.
void add_routes(http::Router&, contract::ProfileCache&, const Neighbours&);

}
