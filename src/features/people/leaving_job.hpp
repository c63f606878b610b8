#pragma once
#include "core/time.hpp"
#include "platform/db/database.hpp"

#include <functional>

namespace hoshuban::people {

/// Ends the contractor's roles in the contract, and the sessions, of every worker with an account who has left by now
/// and is not on the roster under another entry; how many leavings were looked at. `on_end` runs after the commit when
/// somebody lost rights.
int take_leavings(db::Tx&, Instant now, int limit, const std::function<void()>& on_end);

/// The same for everybody, in small writes: at midnight and after a stop of the program.
int end_rights(db::Database&, Instant now, const std::function<void()>& on_end);

}
