#pragma once
#include "core/language.hpp"
#include "features/contract/profile.hpp"
#include "features/premises/drill.hpp"

#include <string>
#include <vector>

namespace hoshuban::premises {

/// Drills and other cooperation as a workbook to hand in, the earliest day first, a row for each person of a drill
/// (SIT-08, SIT-09).
Result<std::string> drill_workbook(const contract::Profile&, std::vector<Drill>, Language, Instant now);

}
