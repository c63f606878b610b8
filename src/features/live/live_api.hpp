#pragma once
#include "features/live/feed_job.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::live {

/// Every route of the room.
void add_routes(http::Router&, http::Streams&, Feed&);

}
