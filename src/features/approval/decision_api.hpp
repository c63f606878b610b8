#pragma once
#include "features/approval/approval_api.hpp"

namespace hoshuban::approval {

/// Deciding and withdrawing.
void add_decision_routes(http::Router&, contract::ProfileCache&, const Reactions&);

}
