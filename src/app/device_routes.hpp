#pragma once
#include "features/contract/profile.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::http {
class Router;
}

namespace hoshuban {

struct Shared;

/// Devices, what moves them, and what the rooms about them need of each other.
void add_device_routes(http::Router&, const Shared&);

/// The jobs of installation and the updates of recovery media, as the quotas count them.
std::vector<contract::KeptRun> kept_runs(db::Reader&, const contract::Profile&);

}
