#pragma once
#include "features/contract/contract_store.hpp"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::contract {

/// Reads what a device is; where it stands and what it does there is told elsewhere.
Device described(const db::Row&);
/// Reads one row of the list of devices.
DeviceRegister device_from(const db::Row&);

/// The folded words by which a device is found.
std::string search_key_of(const Device&);

/// Enters units as somebody states them: new ones, and others in the rows that they have already. From then on they are
/// the register's: loading the profile again leaves them as they are.
void put_units(db::Tx&, const ContractId&, std::span<const Device>);

/// The units that somebody entered: of these the register tells, not the profile.
std::set<DeviceId> entered_units(db::Reader&, const ContractId&);

/// Of these the contract's profile tells again, as before somebody entered them.
void return_to_profile(db::Tx&, const ContractId&, std::span<const Device>);

/// Takes units off the list that were entered by mistake; what refers to them finds them still.
void withdraw_units(db::Tx&, const ContractId&, std::span<const DeviceId>);

/// A device that is on the list; none for one that never was or is no longer.
std::optional<DeviceRegister> find_device(db::Reader&, const ContractId&, const DeviceId&);
/// Every device that is or ever was on the list.
std::vector<DeviceId> device_ids(db::Reader&, const ContractId&);

/// Where a unit stands now and what it does there, as its register tells it.
struct DevicePlace {
    DeviceId device;
    std::optional<SiteId> site;
    DeviceStatus status = DeviceStatus::in_service;
};

/// Keeps the list of devices with the register: for everybody who picks a unit by its place.
void put_places(db::Tx&, const ContractId&, std::span<const DevicePlace>);

/// How often units were entered or moved so far.
int units_version(db::Reader&, const ContractId&);

}
