#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::site {

/// Who may see the history of a site: who sees the site.
Result<void> check_seen(const http::Context&, db::Reader&, contract::ProfileCache&);

/// Every route of the room; the profiles must outlive the router.
void add_routes(http::Router&, contract::ProfileCache&);

}
