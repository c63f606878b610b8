#pragma once
#include "features/search/memory.hpp"
#include "features/search/source_store.hpp"
#include "platform/http/router.hpp"

#include <vector>

namespace hoshuban::search {

/// Every route of the room; `sources` and `memory` must outlive the router.
void add_routes(http::Router&, const std::vector<Source>& sources, Memory& memory);

}
