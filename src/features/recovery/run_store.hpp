#pragma once
#include "features/contract/profile.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::recovery {

/// The updates of a contract as the quotas count them.
std::vector<contract::KeptRun> kept_runs(db::Reader&, const contract::Profile&);

/// The runs of work requests and of updates together.
std::vector<contract::Run> runs_so_far(db::Reader&, const contract::Profile&);

}
