#pragma once
#include "features/people/people_api.hpp"

namespace hoshuban::people {

/// The roster as an Excel file, out and in.
void add_sheet_routes(http::Router&, const Rooms&);

}
