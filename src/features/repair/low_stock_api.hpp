#pragma once
#include "features/contract/profile.hpp"
#include "features/device/neighbours.hpp"
#include "features/repair/stock.hpp"

namespace hoshuban::repair {

/// Tells who signs for the contractor, by an event about `subject`, when the spares of a unit's class and model come to
/// an end (SPR-13): none is left, or they last fewer days than the contract's warning. What is told; nothing while
/// there are enough, and in a contract without repairs, which has no level of warning.
Result<std::optional<device::SparesLow>> tell_low_stock(
    db::Tx&, const contract::Profile&, const audit::Cause&, audit::Subject subject, const contract::Device& unit);

/// The same after an exchange without a repair, about the spare that was taken.
Result<std::optional<device::SparesLow>> tell_spare_taken(
    db::Tx&, const contract::Profile&, const audit::Cause&, const DeviceId& spare);

}
