#pragma once
#include "features/contract/profile.hpp"
#include "features/device/medium_editions.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

#include <functional>

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::repair {

/// What repairs need of other rooms.
struct Rooms {
    contract::ProfileCache& profiles;
    std::function<void(const http::Context&)> units_moved; ///< to be called when moves of units are stored
    device::MediumEditions media;
};

/// Whether the repair of the path {contract}, {id} is seen by who asks; for its timeline and its files.
Result<void> check_seen(const http::Context&, db::Reader&);
/// Whether who asks may add a file to it.
Result<void> check_attach(const http::Context&, db::Reader&);

/// The ledger of repairs, the steps of one and the stock of spares.
void add_routes(http::Router&, const Rooms&);

}
