#pragma once
#include "features/device/placement.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::device {

/// Gives every listed unit of a contract that has no place yet the place of its list, from the first day of the
/// contract (LOC-02). Returns how many.
int open_register(db::Tx&, const ContractId&);

/// Where a unit stood; empty when it is in no register.
Course course_of(db::Reader&, const ContractId&, const DeviceId&);

/// Puts one course in the place of another.
void store(db::Tx&, const ContractId&, const DeviceId&, const Course& before, const Course& after);

/// Reads the columns of one placement.
Placement placement_from(const db::Row&);

}
