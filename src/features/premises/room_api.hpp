#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::premises {

/// The controlled rooms: list, add, change, close, open again.
void add_room_routes(http::Router&, contract::ProfileCache&);

}
