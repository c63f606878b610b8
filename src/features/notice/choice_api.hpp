#pragma once
#include "features/notice/outside_job.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::notice {

/// How somebody wants to hear of things.
void add_choice_routes(http::Router&, const Outside&);

}
