#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

#include <string>

namespace hoshuban::site {

/// Whom to call at a site.
void add_contact_routes(http::Router&, const std::string& one, contract::ProfileCache&);

}
