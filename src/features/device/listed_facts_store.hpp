#pragma once
#include "features/device/listed_facts.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <span>
#include <utility>

namespace hoshuban::device {

/// What was entered of each unit of the contract: three queries, however many there are.
std::map<DeviceId, KnownFacts> known_facts(db::Reader&, const ContractId&);

/// Stores the details of many units, whatever stood there; on PostgreSQL a few statements for every thousand.
void store_details(db::Tx&, const ContractId&, std::span<const std::pair<DeviceId, UnitDetail>>);

/// Stores the addresses of many units in the place of those that they had.
void store_addresses(db::Tx&, const ContractId&, Instant now, std::span<const std::pair<DeviceId, Addresses>>);

/// Nothing is known of the units any more; of units that leave the register as if they had never come.
void remove_facts(db::Tx&, const ContractId&, std::span<const DeviceId>);

/// Refuses to go on when two units that are not retired have one serial number (`device/serial_taken`), or two have one
/// address on one day (`device/address_taken`): the last word before many units are stored.
Result<void> check_unique_facts(db::Reader&, const ContractId&);

}
