#pragma once
#include "features/incident/incident.hpp"
#include "platform/db/database.hpp"

#include <set>
#include <span>

namespace hoshuban::incident {

/// To which of these incidents a maker's engineer is sent: a call to a maker's desk because of it expects a visit
/// . One query for some 30 of them.
std::set<IncidentId> sent_by_maker(db::Reader&, const ContractId&, std::span<const Listed>);

}
