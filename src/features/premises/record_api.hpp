#pragma once
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::premises {

/// The entry records: list, file, enter, leave, correct, withdraw, and that the city saw them.
void add_record_routes(http::Router&, contract::ProfileCache&);

}
