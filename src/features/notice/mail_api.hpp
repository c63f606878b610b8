#pragma once
#include "features/notice/outside_job.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::notice {

/// The letters of the installation, as its administrator looks after them: without what they say.
void add_mail_routes(http::Router&, const Outside&);

}
