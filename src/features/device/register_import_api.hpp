#pragma once
#include "features/device/medium_editions.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::device {

/// Lists of devices that come in: read and shown, saved as they were seen; and the other names of sites that they use.
void add_register_import_routes(http::Router&, contract::ProfileCache&, const MediumEditions&);

}
