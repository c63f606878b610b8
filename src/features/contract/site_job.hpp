#pragma once
#include "core/time.hpp"

namespace hoshuban::db {
class Database;
}

namespace hoshuban::contract {

/// Shows everywhere what was entered of sites for days that have come since: an address that changes today, say.
/// Whether anything changed. Several processes on one database may do it at once.
bool bring_sites_up(db::Database&, Instant now);

}
