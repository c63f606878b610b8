#pragma once
#include "features/audit/audit.hpp"
#include "features/premises/drill.hpp"
#include "features/premises/sight.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::premises {

/// The drill if these sites show it, or a not_found error with the text for people.
Result<Drill> get_drill(db::Reader&, const ContractId&, const Sight&, const DrillId&);
/// `get_drill`, and refuse when the caller saw another version (412).
Result<Drill> get_drill_version(db::Reader&, const ContractId&, const Sight&, const DrillId&, int version);

/// Stores a drill and records `drill.recorded`.
void insert(db::Tx&, const audit::Cause&, const Drill&);
/// Replaces a drill and records what differs as `drill.corrected`.
Drill update(db::Tx&, const audit::Cause&, const Drill& before, Drill after, const std::string& reason);
/// Stores that the city saw the present version.
void mark_seen(db::Tx&, const audit::Cause&, const Drill&);

struct DrillFilter {
    std::string site = {};
    std::optional<DrillKind> kind = {};
    std::string person = {}; ///< words of the name or affiliation of who stands on its list, as typed
    std::optional<LocalDay> from = {};
    std::optional<LocalDay> until = {};
};

struct DrillPage {
    std::vector<Drill> drills = {};
    std::string next = {}; ///< cursor of the next page; empty at the end
};

/// The latest day first, with their attendance. Refuses a cursor that is none (`list/cursor`).
Result<DrillPage> list_drills(
    db::Reader&, const ContractId&, const Sight&, const DrillFilter&, const std::string& cursor, int limit);

}
