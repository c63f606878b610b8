#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::security_incident {

/// The report in writing, the restoration and the city's word about it.
void add_damage_routes(http::Router&);

}
