#pragma once
#include "features/audit/audit.hpp"
#include "features/device/column_mapping.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::device {

/// Remembers a mapping that was taken, in the place of one of the same name.
void remember(db::Tx&, const ContractId&, const audit::Cause&, const ColumnMapping&);

/// The contract's mappings by their names.
std::vector<ColumnMapping> column_mappings(db::Reader&, const ContractId&);

}
