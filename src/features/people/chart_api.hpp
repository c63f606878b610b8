#pragma once
#include "features/people/people_api.hpp"

namespace hoshuban::people {

/// The organisation chart: its layout, and as a Word document.
void add_chart_routes(http::Router&, const Rooms&);

}
