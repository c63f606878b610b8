#pragma once
#include "features/account/account_api.hpp"

namespace hoshuban::account {

void add_people_routes(http::Router&, const Rooms&);

}
