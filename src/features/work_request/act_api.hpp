#pragma once
#include "features/work_request/body_api.hpp"
#include "features/work_request/view_api.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::work_request {

/// Accept, record, sign, return, comment: what moves a request along.
void add_act_routes(http::Router&, contract::ProfileCache&);

}
