#pragma once
#include "core/role.hpp"
#include "formats/ical.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

#include <functional>
#include <vector>

namespace hoshuban::feed {

/// What one room puts into the calendar of somebody with these roles on this day. Wired in src/app.
using Source = std::function<std::vector<ical::Event>(db::Reader&, const ContractId&, const Actor&, LocalDay today)>;

/// Every route of the room: make, look at and revoke one's own address, and fetch what stands under it.
void add_routes(http::Router&, const std::vector<Source>& sources);

}
