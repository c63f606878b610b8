#pragma once
#include "features/procedure/procedure_api.hpp"

namespace hoshuban::procedure {

/// The procedures of a job: what it follows and waits for, hand in, take away.
void add_job_routes(http::Router&, const Rooms&);

}
