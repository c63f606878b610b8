#pragma once
#include "core/time.hpp"

namespace hoshuban::db {
class Database;
}
namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::gate {

/// Closes the duties of emergency starts that were met since the last look, in every contract; how many.
int settle_duties(db::Database&, contract::ProfileCache&, Instant now);

}
