#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::approval {

/// Who decides which step, and who stands in for them.
void add_approver_routes(http::Router&, contract::ProfileCache&);

}
