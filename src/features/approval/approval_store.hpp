#pragma once
#include "core/calendar.hpp"
#include "core/result.hpp"
#include "features/approval/approval.hpp"
#include "features/approval/decision.hpp"
#include "features/approval/permission.hpp"
#include "features/contract/profile.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::approval {

/// Reads one row of `SELECT … FROM approval`.
Approval approval_from(const db::Row&);

/// Enters an application: numbers it, records `approval.asked` and starts the clock of its decision. An instruction or
/// a notice that its own decider enters, and one of a kind that needs nobody's decision, is in force at once.
Result<Approval> ask(db::Tx&, const contract::Profile&, const WorkingCalendar&, const audit::Cause&, const ApprovalId&,
    const Application&);

/// Decides the step that is due and stops its clock; a granted permission that ends gets the clock of its end. Whoever
/// owns what was decided about is told by the caller (see Reaction).
Result<Approval> decide(
    db::Tx&, const contract::Profile&, const WorkingCalendar&, const audit::Cause&, const Approval&, const Judgement&);

/// Takes an application back for the side that asked.
Result<Approval> withdraw(db::Tx&, const audit::Cause&, const Approval&, const std::string& reason);

/// Voids what is asked or granted about this row, because the row changed; how many there were.
int void_of(db::Tx&, const audit::Cause&, const ContractId&, const audit::Subject&, const std::string& reason);

/// Records `approval.ended` for permissions that are over by now, each once, and stops their clocks; how many.
int take_ended(db::Tx&, Instant now, int limit);

std::optional<Approval> find(db::Reader&, const ContractId&, const ApprovalId&);

/// Everything ever asked about this row, the newest first.
std::vector<Approval> of_subject(db::Reader&, const ContractId&, const audit::Subject&);
/// Everything ever asked for this job, the newest first.
std::vector<Approval> of_request(db::Reader&, const ContractId&, const WorkRequestId&);
/// What is granted for this job, or for no particular job, and valid at some moment of [from, until).
std::vector<Approval> granted_for(db::Reader&, const ContractId&, const WorkRequestId&, Instant from, Instant until);

/// The decisions on an application in the order of its steps.
std::vector<Decision> decisions_of(db::Reader&, const ContractId&, const ApprovalId&);

/// The prohibited acts that are permitted for this job throughout [from, until) (AUT-12…14, A-32).
std::vector<Permitted> permits(
    db::Reader&, const contract::Profile&, const WorkRequestId&, Instant from, Instant until);
/// The permission on which an act for this job rests, or why there is none.
Result<Permitted> permission_for(db::Reader&, const contract::Profile&, const WorkRequestId&, const Use&);

}
