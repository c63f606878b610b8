#pragma once
#include "features/work_request/kept_runs.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::work_request {

/// What waits, what is due and how far the quotas are used, on one page.
void add_today_routes(http::Router&, contract::ProfileCache&, const KeptRuns&);

}
