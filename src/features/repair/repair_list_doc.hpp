#pragma once
#include "core/language.hpp"
#include "features/repair/repair_store.hpp"

#include <string>
#include <vector>

namespace hoshuban::repair {

/// The ledger of repairs as an xlsx file.
Result<std::string> repair_workbook(const std::vector<Listed>&, Language, Instant now);

}
