#pragma once
#include "features/audit/words.hpp"
#include "features/notice/outside_job.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::notice {

/// Every route of the room; `words` and `outside` must outlive the router.
void add_routes(http::Router&, const audit::Words& words, const Outside& outside);

}
