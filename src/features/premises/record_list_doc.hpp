#pragma once
#include "core/language.hpp"
#include "features/contract/profile.hpp"
#include "features/premises/entry_record.hpp"

#include <string>
#include <vector>

namespace hoshuban::premises {

/// The records as a workbook to hand in, the earliest entry first; withdrawn ones are left out (SIT-07).
Result<std::string> record_workbook(const contract::Profile&, std::vector<PlacedRecord>, Language, Instant now);

}
