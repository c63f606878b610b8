#pragma once
#include "core/time.hpp"

namespace hoshuban::db {
class Database;
}

namespace hoshuban::approval {

/// Records the end of every permission that is over by now; how many. Of several processes on one database one records
/// each.
int record_ends(db::Database&, Instant now);

}
