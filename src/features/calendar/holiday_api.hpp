#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::calendar {

/// The published national holidays: what is in force, and replacing it after a look at the difference.
void add_holiday_routes(http::Router&);

}
