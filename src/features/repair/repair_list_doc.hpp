#pragma once
#include "core/language.hpp"
#include "features/repair/listed_repair.hpp"

#include <string>
#include <vector>

namespace hoshuban::repair {

/// The ledger of repairs as an xlsx file.
Result<std::string> repair_workbook(const std::vector<Listed>&, Language, Instant now);

}
