#pragma once
#include "platform/clock.hpp"

#include <stop_token>

namespace hoshuban::contract {
class ProfileCache;
}
namespace hoshuban::db {
class Database;
}

namespace hoshuban::incident {

/// After the holidays, or the hours and levels of a contract, have changed: counts the clocks of its open incidents
/// anew, once, in small writes. One query when nothing changed. Returns how many clocks moved. Does no harm where
/// several processes do it. Asked to stop, it ends between two writes and begins anew the next time.
int recount_clocks(db::Database&, contract::ProfileCache&, const Clock&, const std::stop_token& stop = {});

}
