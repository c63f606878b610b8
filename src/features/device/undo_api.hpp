#pragma once
#include "features/contract/contract_store.hpp"
#include "features/device/neighbours.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::device {

/// What changed many units at once, and taking it back.
void add_undo_routes(http::Router&, contract::ProfileCache&, const BuiltSince&);

}
