#pragma once
#include "features/procedure/procedure_api.hpp"

namespace hoshuban::procedure {

/// The step sheet of a job: show, record and correct, photos, and what its result has to state.
void add_step_routes(http::Router&, const Rooms&);

}
