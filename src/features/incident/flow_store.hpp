#pragma once
#include "features/audit/fact_change.hpp"
#include "features/incident/flow.hpp"
#include "features/incident/incident.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::incident {

/// Every entry of the flow of an incident, also those that were taken back, as they were entered.
std::vector<StepEntry> steps_of(db::Reader&, const ContractId&, const IncidentId&);

void insert_step(db::Tx&, const Incident&, const StepEntry&);
void take_back_step(db::Tx&, const Incident&, const StepEntryId&, const std::string& reason);

/// What an event tells of an entry, with the words that the contract has for its branch and step.
audit::Facts facts_of(const StepEntry&, const std::vector<contract::IncidentBranch>&);

}
