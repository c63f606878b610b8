#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::security_incident {

/// The list as a file, and the report of one incident; `profiles` must outlive the router.
void add_paper_routes(http::Router&, contract::ProfileCache& profiles);

}
