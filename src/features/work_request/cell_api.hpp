#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::work_request {

/// Cells pasted or typed into the grid, read as a person writes them.
void add_cell_routes(http::Router&, contract::ProfileCache&);

}
