#pragma once
#include "features/people/people_api.hpp"

namespace hoshuban::people {

/// Announce an entry, a change or a leaving; withdraw; the first day on which something can take effect.
void add_announce_routes(http::Router&, const Rooms&);

}
