#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::loan {

/// The spares that the ledger of loans does not have, and the act that enters them at once (SPR-01, LND-05).
/// `profiles` must outlive the router.
void add_spare_routes(http::Router&, contract::ProfileCache& profiles);

}
