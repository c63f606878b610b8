#pragma once
#include "core/time.hpp"

#include <stop_token>

namespace hoshuban::db {
class Database;
}

namespace hoshuban::due {

/// Records every escalation that has come by now; how many. Of several processes on one database one records each.
/// Ends early, between two small writes, when it is asked to stop.
int escalate(db::Database&, Instant now, const std::stop_token& stop = {});

}
