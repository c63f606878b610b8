#pragma once
#include "features/contract/profile.hpp"
#include "features/incident/flow.hpp"
#include "features/incident/incident.hpp"
#include "platform/http/context.hpp"

namespace hoshuban::incident {

/// Whether who asks chooses the branch of an incident: the contractor, who does the work.
bool may_choose(const http::Context&);

/// Whether who asks records such a step: the contractor every one, the city those whose turn is the city's.
bool may_take(const http::Context&, const contract::BranchStep&);
/// Refuses (`incident/not_yours`) who does not.
Result<void> check_takes(const http::Context&, const contract::BranchStep&);

/// The same of an entry that is taken back; of a step that the contract no longer has, the contractor.
Result<void> check_takes_back(const http::Context&, const contract::Profile&, const StepEntry&);

/// Whether who asks moves units for the contractor; refuses (`incident/swap_by_contractor`) who does not.
Result<void> check_swaps(const http::Context&);

/// Refuses (`incident/step_by_swap`) to enter an exchange as done without exchanging the units.
Result<void> check_by_swap(const Flow&, const StepEntry&);

/// Whether steps are taken now: the incident was handed over and is not closed.
bool flows(State);
/// Refuses (`incident/not_handed_over`, `incident/closed`) when they are not.
Result<void> check_flows(const Incident&);

}
