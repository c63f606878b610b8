#pragma once
#include "features/procedure/procedure_api.hpp"

namespace hoshuban::procedure {

/// The documents of a job as one file (PRC-08).
void add_work_record_routes(http::Router&, const Rooms&);

}
