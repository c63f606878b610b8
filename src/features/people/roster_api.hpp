#pragma once
#include "features/people/people_api.hpp"

namespace hoshuban::people {

/// The roster as of a day, and one worker with everything about him.
void add_roster_routes(http::Router&, const Rooms&);

}
