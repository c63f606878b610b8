#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::device {

/// The ledger of movements on the page and as a file (LOC-04).
void add_movement_routes(http::Router&);

}
