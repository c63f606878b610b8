#pragma once
#include "features/account/account_api.hpp"

namespace hoshuban::account {

void add_members_routes(http::Router&, const Rooms&);

}
