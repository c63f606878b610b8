#pragma once
#include "features/work_request/kept_runs.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::gate {

/// The gates of a request, its start, and emergency starts.
void add_routes(http::Router&, contract::ProfileCache&, const work_request::KeptRuns& kept);

}
