#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

#include <string>

namespace hoshuban::site {

/// Floors, seats and floor plans of a site.
void add_layout_routes(http::Router&, const std::string& one, contract::ProfileCache&);

}
