#pragma once
#include "features/audit/audit.hpp"
#include "features/premises/entry_record.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>

namespace hoshuban::premises {

/// Records in the contract's chain what became of a record; nothing `before` of a new one.
void tell(db::Tx&, const audit::Cause&, EntryAct, const std::optional<EntryRecord>& before, const EntryRecord& after,
    const std::string& reason);

/// Records that the city saw a version of it.
void tell_seen(db::Tx&, const audit::Cause&, const EntryRecord&);

}
