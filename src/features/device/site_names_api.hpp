#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::device {

/// The other names of sites that were remembered.
void add_site_name_routes(http::Router&, contract::ProfileCache&);

}
