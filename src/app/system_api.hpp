#pragma once
#include <string>

namespace hoshuban::http {
class Router;
}
namespace hoshuban::metrics {
class Registry;
}

namespace hoshuban {

/// What the operator and other programs ask: health, metrics (from this machine only), the API's description.
void add_system_routes(http::Router&, const metrics::Registry&, const std::string& version);

}
