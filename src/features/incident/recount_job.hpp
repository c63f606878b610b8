#pragma once
#include "platform/clock.hpp"

namespace hoshuban::contract {
class ProfileCache;
}
namespace hoshuban::db {
class Database;
}

namespace hoshuban::incident {

/// After the holidays, or the hours and levels of a contract, have changed: counts the clocks of its open incidents
/// anew, once, in small writes. One query when nothing changed. Returns how many clocks moved. Does no harm where
/// several processes do it.
int recount_clocks(db::Database&, contract::ProfileCache&, const Clock&);

}
