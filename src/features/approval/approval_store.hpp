#pragma once
#include "core/calendar.hpp"
#include "core/result.hpp"
#include "features/approval/approval.hpp"
#include "features/contract/profile.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <vector>

namespace hoshuban::approval {

/// Enters an application: numbers it, records `approval.asked` and starts the clock of its decision. An instruction or
/// a notice that its own decider enters, and one of a kind that needs nobody's decision, is in force at once.
Result<Approval> ask(db::Tx&, const contract::Profile&, const WorkingCalendar&, const audit::Cause&, const ApprovalId&,
    const Application&);

/// Voids what is asked or granted about this row, because the row changed; how many there were.
int void_of(db::Tx&, const audit::Cause&, const ContractId&, const audit::Subject&, const std::string& reason);

/// Everything ever asked about this row, the newest first.
std::vector<Approval> of_subject(db::Reader&, const ContractId&, const audit::Subject&);
/// Everything ever asked for this job, the newest first.
std::vector<Approval> of_request(db::Reader&, const ContractId&, const WorkRequestId&);
/// What is granted for this job, or for no particular job, and valid at some moment of [from, until).
std::vector<Approval> granted_for(db::Reader&, const ContractId&, const WorkRequestId&, Instant from, Instant until);

}
