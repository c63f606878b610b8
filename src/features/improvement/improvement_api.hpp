#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::improvement {

/// Proposals for improvement (IMP-01, IMP-02): drafted from the trend, listed, written to Excel, and led from the plan
/// over the city's decision to their conclusion. They tell of the whole fleet, so they are for who sees every site.
void add_routes(http::Router&, contract::ProfileCache&);

/// Refuses (`improvement/not_found`) who sees some sites only, and what is not there.
Result<void> check_seen(const http::Context&, db::Reader&);

}
