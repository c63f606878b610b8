#pragma once
#include "features/desk/desk_api.hpp"

namespace hoshuban::desk {

void add_call_routes(http::Router&, contract::ProfileCache&);

}
