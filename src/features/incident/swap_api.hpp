#pragma once
#include "features/incident/flow_api.hpp"

namespace hoshuban::incident {

/// The exchange of the unit of an incident for a spare, and the spares that there are for it.
void add_swap_routes(http::Router&, const ExchangeRooms&);

}
