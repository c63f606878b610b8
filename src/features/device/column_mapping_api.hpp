#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::device {

/// Which column of a city's list is which, as it was said once.
void add_column_mapping_routes(http::Router&);

}
