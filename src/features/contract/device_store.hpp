#pragma once
#include "features/contract/contract_store.hpp"

#include <optional>
#include <vector>

namespace hoshuban::contract {

/// Reads one row of the list of devices.
DeviceRegister device_from(const db::Row&);

/// A device that is on the list; none for one that never was or is no longer.
std::optional<DeviceRegister> find_device(db::Reader&, const ContractId&, const DeviceId&);
/// Every device that is or ever was on the list.
std::vector<DeviceId> device_ids(db::Reader&, const ContractId&);

}
