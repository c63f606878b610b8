#pragma once
#include "features/search/source_store.hpp"
#include "platform/http/router.hpp"

#include <vector>

namespace hoshuban::search {

/// What this person may find in a contract, one limit for each kind that a role of his opens, in the order of the
/// sources.
std::vector<Limit> limits_of(const Actor&, const ContractId&, const std::vector<Source>&);

/// Every route of the room; `sources` must outlive the router.
void add_routes(http::Router&, const std::vector<Source>& sources);

}
