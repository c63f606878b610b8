#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::work_request {

/// Files of a request: add, list, fetch.
void add_attachment_routes(http::Router&);

}
