#pragma once
#include "features/notice/outside_job.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::notice {

/// The programs that a contract tells.
void add_webhook_routes(http::Router&, const Outside&);

}
