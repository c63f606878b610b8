#pragma once
#include "features/procedure/procedure_api.hpp"

namespace hoshuban::procedure {

/// The library, filtered and page by page.
void add_library_list_route(http::Router&, const Rooms&);

}
