#pragma once
#include "features/contract/contract_store.hpp"
#include "features/device/medium_editions.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::device {

/// Changes of many units of the register at once, shown before they are saved.
void add_bulk_routes(http::Router&, contract::ProfileCache&, const MediumEditions&);

}
