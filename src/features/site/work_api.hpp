#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

#include <string>

namespace hoshuban::site {

/// What is going on at a site: open work, permissions, visits.
void add_work_routes(http::Router&, const std::string& one, contract::ProfileCache&);

}
