#pragma once
#include "features/device/placement.hpp"
#include "features/device/renewal.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <span>

namespace hoshuban::device {

Generations generations_of(db::Reader&, const ContractId&, const DeviceId&);
/// Of every unit of a contract that was renewed.
std::map<DeviceId, Generations> all_generations(db::Reader&, const ContractId&);

/// A unit is something else from a day on; `device` is what its row says, `course` where it stands. `serial` is that of
/// the machine that was there before. The row of the register follows.
void put_model(db::Tx&, const ContractId&, const contract::Device&, const Course&, LocalDay, const UnitModel&,
    const std::string& serial);

/// Another type number and other remarks of a unit, in its row and in its present generation.
void describe_unit(
    db::Tx&, const ContractId&, contract::Device, const std::string& type_number, const std::string& remarks);

/// After rows were entered as of a day: what a list says of a renewed unit is what it was on that day, and the row of
/// the register keeps to its present generation.
void keep_generations(db::Tx&, const ContractId&, std::span<const contract::Device>, LocalDay);

}
