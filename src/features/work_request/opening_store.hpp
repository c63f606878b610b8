#pragma once
#include "features/work_request/kept_runs.hpp"
#include "features/work_request/opening.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::work_request {

/// The requests of a contract as the quotas see them: one run each; finished and reported ones are actual.
/// Those of other years, as an older list brings them, are not counted.
std::vector<contract::Run> runs_of(db::Reader&, const contract::Profile&);

/// Gives the next number of the contract's pattern and stores the request in its first state. Refuses one that passes a
/// cap (QTA-14), which counts what ledgers of other rooms keep as well as the requests.
Result<WorkRequest> open_request(
    db::Tx&, const contract::Profile&, const Opening&, WorkRequestId, Instant now, const KeptRuns& kept = {});

}
