#pragma once
#include "features/audit/audit.hpp"
#include "features/audit/fact_change.hpp"
#include "features/device/part.hpp"
#include "platform/db/database.hpp"

#include <span>
#include <utility>
#include <vector>

namespace hoshuban::device {

/// A part as a query of unit_part tells it.
Part part_from(const db::Row&);

/// What an event says of a part that came, changed or went.
struct PartChange {
    audit::Facts was = {}; ///< empty: it came
    audit::Facts is = {}; ///< empty: it was never there after all
};

/// The parts, known by their ids, of which the two lists say something else.
std::vector<PartChange> changes_of(std::span<const Part> was, std::span<const Part> is);

/// Stores the parts of many units in the place of those that they had; a few statements for every thousand.
void store_parts(db::Tx&, const ContractId&, std::span<const std::pair<DeviceId, std::vector<Part>>>);

/// The units have no parts any more; of units that leave the register as if they had never come.
void remove_parts(db::Tx&, const ContractId&, std::span<const DeviceId>);

/// The parts that a unit has or had, by the day they came.
std::vector<Part> parts_of(db::Reader&, const ContractId&, const DeviceId&);

void insert_part(db::Tx&, const ContractId&, const audit::Cause&, const DeviceId&, const Part&);

/// Stores a part over the version that somebody saw: `not_found` when the unit has no such part, `precondition` when
/// somebody was faster.
Result<void> update_part(db::Tx&, const ContractId&, const audit::Cause&, const DeviceId&, Part, int seen);

}
