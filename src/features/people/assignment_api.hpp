#pragma once
#include "features/people/people_api.hpp"

namespace hoshuban::people {

/// Who works on a request: list, assign, take back.
void add_assignment_routes(http::Router&, const Rooms&);

}
