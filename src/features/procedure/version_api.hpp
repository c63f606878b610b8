#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::procedure {

/// Steps and files of a version: show, change, add, fetch, remove.
void add_version_routes(http::Router&);

}
