#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::page_count {

/// Who may see an event of a survey: whoever sees the survey.
Result<void> check_seen(const http::Context&, db::Reader&);

void add_routes(http::Router&, contract::ProfileCache&);

}
