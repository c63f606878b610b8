#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

#include <string>

namespace hoshuban::site {

/// Lists of sites that come in.
void add_site_list_routes(http::Router&, const std::string& all, contract::ProfileCache&);

}
