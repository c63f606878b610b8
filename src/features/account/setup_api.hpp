#pragma once
#include "features/account/account_api.hpp"

namespace hoshuban::account {

void add_setup_routes(http::Router&, const Rooms&);

}
