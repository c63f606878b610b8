#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::procedure {

/// The difference of a version against what was approved last, or another version.
void add_comparison_routes(http::Router&);

}
