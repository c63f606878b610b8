#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::stocktake {

/// Who may see an event of a stock-take: whoever sees the register of the whole contract.
Result<void> check_seen(const http::Context&, db::Reader&);

/// Every route of the room; the profiles must outlive the router.
void add_routes(http::Router&, contract::ProfileCache&);

}
