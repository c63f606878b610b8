#pragma once
#include "platform/http/router.hpp"

namespace hoshuban {
class Clock;
}
namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::work_request {

/// A list from Excel: read and shown, saved on confirmation.
void add_import_routes(http::Router&, contract::ProfileCache&, const Clock&);

}
