#pragma once

namespace hoshuban::http {
class Router;
}

namespace hoshuban {

struct Shared;

/// Devices, what moves them, and what the rooms about them need of each other.
void add_device_routes(http::Router&, const Shared&);

}
