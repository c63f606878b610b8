#pragma once
#include "features/audit/audit.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::audit {

/// An event as it is stored, whatever somebody made of it behind the program's back: what cannot be read stands in
/// `unreadable`, and `altered` says whether the content still gives the hash. Reading never fails.
Event stored_event_from(const db::Row&);

}
