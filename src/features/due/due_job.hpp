#pragma once
#include "core/time.hpp"

namespace hoshuban::db {
class Database;
}

namespace hoshuban::due {

/// Records every escalation that has come by now; how many. Of several processes on one database one records each.
int escalate(db::Database&, Instant now);

}
