#pragma once
#include "features/audit/audit.hpp"
#include "features/device/part.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::device {

/// The parts that a unit has or had, by the day they came.
std::vector<Part> parts_of(db::Reader&, const ContractId&, const DeviceId&);

void insert_part(db::Tx&, const ContractId&, const audit::Cause&, const DeviceId&, const Part&);

/// Stores a part over the version that somebody saw: `not_found` when the unit has no such part, `precondition` when
/// somebody was faster.
Result<void> update_part(db::Tx&, const ContractId&, const audit::Cause&, const DeviceId&, Part, int seen);

}
