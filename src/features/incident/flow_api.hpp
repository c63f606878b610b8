#pragma once
#include "features/audit/audit.hpp"
#include "features/contract/contract_store.hpp"
#include "platform/http/router.hpp"

#include <functional>

namespace hoshuban::incident {

/// What the exchange of units needs of other rooms.
struct ExchangeRooms {
    contract::ProfileCache& profiles;
    std::function<void(const http::Context&)> units_moved; ///< to be called when moves of units are stored
    /// Tells who signs for the contractor when the spares of the model come to an end (SPR-13).
    std::function<Result<void>(db::Tx&, const contract::Profile&, const audit::Cause&, const DeviceId& spare)>
        spare_taken;
};

/// The way of an incident to its end: its branch, its steps, and the exchange of its unit (INC-07…18, SPR-02…11).
void add_flow_routes(http::Router&, const ExchangeRooms&);

}
