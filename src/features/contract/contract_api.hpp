#pragma once

namespace hoshuban::http {
class Router;
}

namespace hoshuban::contract {

class ProfileCache;

/// The list of contracts, the page of one contract, its sites and devices.
void add_routes(http::Router&, ProfileCache&);

}
