#pragma once
#include "features/support/support_api.hpp"

namespace hoshuban::support {

void add_on_call_routes(http::Router&, contract::ProfileCache&);

}
