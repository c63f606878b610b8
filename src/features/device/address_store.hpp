#pragma once
#include "features/audit/audit.hpp"
#include "features/device/address.hpp"
#include "features/device/movement.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <optional>
#include <string>

namespace hoshuban::device {

/// The addresses of a unit; empty when it never had one.
Addresses addresses_of(db::Reader&, const ContractId&, const DeviceId&);

/// A unit has an address from a day on. Refuses one that another unit has on one of those days, and names that unit; a
/// unit that is retired has none.
Result<void> put_address(db::Tx&, const ContractId&, const audit::Cause&, const DeviceId&, const AddressChange&);

/// Takes the address off a unit that stands nowhere any more; nothing when it has none.
Result<void> end_address(db::Tx&, const ContractId&, const audit::Cause&, const DeviceId&, LocalDay);

/// The address that goes with a move: what is retired has none from then on; `address` is the new one where it is
/// given, checked against the range of the site (INS-05).
Result<void> readdress(db::Tx&, const contract::Profile&, const audit::Cause&, const DeviceId&, const Move&,
    const std::optional<std::string>& address);

SiteRange range_of(db::Reader&, const ContractId&, const SiteId&);
/// The ranges of every site that has one.
std::map<SiteId, SiteRange> all_ranges(db::Reader&, const ContractId&);

/// Gives a site other addresses; `precondition` when somebody was faster.
Result<SiteRange> put_range(db::Tx&, const ContractId&, const audit::Cause&, const SiteRange&, int seen);

}
