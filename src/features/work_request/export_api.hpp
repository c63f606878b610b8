#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::work_request {

/// The list as a file: the contract's own form, or a flat table for machines.
void add_export_routes(http::Router&, contract::ProfileCache&);

}
