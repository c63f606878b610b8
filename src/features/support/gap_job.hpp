#pragma once
#include "core/time.hpp"

namespace hoshuban::db {
class Database;
}
namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::support {

/// Brings the clocks of the on-call plans of every contract up to what is planned: weeks come nearer without anybody
/// changing a plan (SUP-02).
void watch_on_call(db::Database&, contract::ProfileCache&, Instant now);

}
