#pragma once
#include "features/contract/profile.hpp"
#include "features/incident/flow.hpp"
#include "features/incident/incident_store.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::incident {

/// What the records show about the steps of an incident: its course, the calls to makers' desks because of it, and the
/// repair of its unit that was opened while it went on. Four queries at most; `entries` are those of the course that
/// hold.
Proofs proofs_of(db::Reader&, const Incident&, const std::vector<Entry>& entries);

/// What the flow of an incident is read from; `course` are the entries of its course that hold, `steps` those of its
/// flow, whether they hold or not.
FlowSource flow_source(
    db::Reader&, const Listed&, const std::vector<Entry>& course, const std::vector<StepEntry>& steps);

/// The flow as it stands, with its steps read too.
Flow flow_now(db::Reader&, const contract::Profile&, const Listed&, const std::vector<Entry>& course);

}
