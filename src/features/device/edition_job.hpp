#pragma once
#include "core/time.hpp"

namespace hoshuban::db {
class Database;
}
namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::device {

/// Brings the clocks of the ledgers of every contract up to what its moves and editions are: an edition that could not
/// be made after a move is missed by nobody (LOC-05).
void watch_editions(db::Database&, contract::ProfileCache&, Instant now);

}
