#pragma once
#include "features/procedure/job_store.hpp"
#include "features/procedure/step_record.hpp"

#include <vector>

namespace hoshuban::procedure {

/// Everything ever recorded of a job, in the order of recording.
std::vector<StepRecord> records_of(db::Reader&, const ContractId&, const WorkRequestId&);
std::vector<StepPhoto> photos_of(db::Reader&, const ContractId&, const WorkRequestId&);
/// The job of a record; nothing when there is no such record.
std::optional<WorkRequestId> job_of(db::Reader&, const ContractId&, const StepRecordId&);

/// The job as its sheet shows it: the versions that it may go by, or by which something was recorded.
Job job_of(db::Reader&, const contract::Profile&, const work_request::WorkRequest&, const std::vector<StepRecord>&);

/// Stores a record that was checked, and its event.
void insert(db::Tx&, const audit::Cause&, const Job&, const StepRecord&);

/// Which devices and steps of a job are open, for its result (PRC-06, WRQ-12).
Completeness completeness(db::Reader&, const contract::Profile&, const work_request::WorkRequest&);

/// Before the contractor signs a job in progress: refuses while mandatory steps are open (`procedure/steps_open`).
Result<void> check_complete(db::Reader&, const contract::Profile&, const work_request::WorkRequest&);

}
