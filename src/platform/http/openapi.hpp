#pragma once
#include "platform/http/router.hpp"

#include <string>
#include <string_view>

namespace hoshuban::http {

/// The OpenAPI 3.1 document of all routes, one member a line where people compare versions. The same routes give the
/// same bytes, whatever the order of their declaration.
std::string openapi(const Router&, std::string_view version);

}
