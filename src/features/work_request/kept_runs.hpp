#pragma once
#include "features/contract/profile.hpp"

#include <functional>
#include <vector>

namespace hoshuban::db {
class Reader;
}

namespace hoshuban::work_request {

/// The runs that ledgers of other rooms keep: the quotas count them beside the requests.
using KeptRuns = std::function<std::vector<contract::KeptRun>(db::Reader&, const contract::Profile&)>;

}
