#pragma once
#include "features/people/people_api.hpp"

namespace hoshuban::people {

/// Trainings, pledge, account, and what the city demands about a worker.
void add_worker_routes(http::Router&, const Rooms&);

}
