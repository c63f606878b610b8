#pragma once
#include "features/contract/profile.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::device {

/// The register as of a day, its counts, where one unit stood, and its moves.
void add_routes(http::Router&, contract::ProfileCache&);

}
