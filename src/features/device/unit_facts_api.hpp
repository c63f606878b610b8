#pragma once
#include "features/contract/contract_store.hpp"
#include "features/device/medium_editions.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::device {

/// The details, addresses and parts of a unit, and the addresses of the sites.
void add_unit_facts_routes(http::Router&, contract::ProfileCache&, const MediumEditions&);

}
