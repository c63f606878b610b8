#pragma once
#include "features/audit/audit.hpp"
#include "features/audit/fact_change.hpp"
#include "features/contract/equipment.hpp"
#include "features/device/unit_detail.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::device {

/// Of a row of `unit_detail`: without type number and remarks, which are the register's row.
UnitDetail detail_from(const db::Row&);

/// What is known of a unit of the register.
UnitDetail detail_of(db::Reader&, const ContractId&, const contract::Device&);

/// What is known of a unit, as events tell it.
audit::Facts detail_facts(const UnitDetail&);

/// Stores what somebody entered over the version that he saw. Refuses a serial number that another unit has which is
/// not retired today, and names that unit; `precondition` when somebody was faster.
Result<UnitDetail> put_detail(db::Tx&, const ContractId&, const audit::Cause&, const DeviceId&, UnitDetail, int seen);

/// Refuses when another unit has the serial number of this one that is not retired (`device/serial_taken`).
Result<void> check_serial_free(db::Reader&, const ContractId&, const DeviceId&, LocalDay today);

/// Another machine stands for the unit: what was known of the one before is over; `serial` is that of the new one.
Result<void> replace_machine(
    db::Tx&, const ContractId&, const audit::Cause&, const DeviceId&, const std::string& serial);

}
