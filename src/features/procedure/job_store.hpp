#pragma once
#include "core/calendar.hpp"
#include "features/audit/audit.hpp"
#include "features/contract/profile.hpp"
#include "features/procedure/job.hpp"
#include "features/procedure/procedure_store.hpp"
#include "features/work_request/reach.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <vector>

namespace hoshuban::approval {
struct Approval;
}

namespace hoshuban::procedure {

/// The versions a job follows or followed, with their steps, by procedure and version.
std::vector<Followed> followed_by(db::Reader&, const ContractId&, const WorkRequestId&);

/// Hands in a version for a job, or cites it where no approval is needed: keeps exactly what is handed in, asks for the
/// approval and records the event. Another application of the same version for the job that still waits is refused.
Result<JobProcedure> submit(db::Tx&, const contract::Profile&, const WorkingCalendar&, const audit::Cause&,
    const work_request::WorkRequest&, const ProcedureVersionId&, const Submission&, const ApprovalId&,
    const std::string& reason);

/// Takes a version from a job again, unless its approval waits or was granted, or steps were recorded by it.
Result<void> drop(db::Tx&, const audit::Cause&, const ContractId&, const WorkRequestId&, const ProcedureVersionId&);

/// Voids what is asked and granted about a version, because it or its procedure changed; how many applications.
int void_approvals(
    db::Tx&, const audit::Cause&, const ContractId&, const ProcedureVersionId&, const std::string& reason, Instant now);

/// Takes over what was decided about a version: refuses a grant for a version that is not the newest any more or does
/// not say what it said when it was handed in.
Result<void> take_decision(db::Tx&, const audit::Cause&, const approval::Approval&);

/// What the gate of a job's start asks: whether a procedure is approved or cited, or what is missing.
Readiness readiness(db::Reader&, const contract::Profile&, const ContractId&, const WorkRequestId&);
Readiness readiness(
    db::Reader&, const contract::Profile&, const work_request::WorkRequest&, const std::vector<Followed>&);

/// A job that follows a version of a procedure.
struct JobOfProcedure {
    JobProcedure job;
    int sequence = 0;
    std::string request_number = {};
    std::string request_title = {};
};

/// Those that the caller reaches, the last handed in first.
std::vector<JobOfProcedure> jobs_of(db::Reader&, const work_request::Reach&, const ProcedureId&);

}
