#pragma once
#include "features/audit/audit.hpp"
#include "features/people/assignment.hpp"
#include "features/people/worker.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <string>
#include <string_view>

namespace hoshuban::people {

using Facts = std::map<std::string, std::string>;

/// What an entry says, for events. Contact data are personal and events are kept for ever: only that there are some.
Facts facts_of(const Entry&);
Facts facts_of(const RosterChange&);

/// What happened to a worker and why.
struct Happening {
    std::string_view kind;
    std::string reason = {};
};

/// Records what happened; facts that are the same before and after are left out.
void record(db::Tx&, const audit::Cause&, const Happening&, const Worker&, Facts before, Facts after);
/// Records who was assigned to a request, or is no longer.
void record(db::Tx&, const audit::Cause&, std::string_view kind, const Assignment&, const std::string& worker_name);

}
