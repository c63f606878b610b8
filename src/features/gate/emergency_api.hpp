#pragma once
#include "features/work_request/kept_runs.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::gate {

/// Starts on the city's instruction before the gates are open, with and without a request. A request that is
/// written afterwards counts towards the caps beside what `kept` tells of.
void add_emergency_routes(http::Router&, contract::ProfileCache&, const work_request::KeptRuns& kept);

}
