#pragma once
#include "core/time.hpp"
#include "features/contract/profile.hpp"
#include "features/device/holding.hpp"

#include <string>
#include <vector>

namespace hoshuban::device {

/// The units of a day counted by site and model as a workbook (DEV-03): sites in rows, models in columns with their
/// division and generation above them, totals at both ends, and below it what the contract states beside what the
/// register holds (DEV-18). A planned unit stands in brackets and what the city keeps beside the count, as on
/// screen; how many are only assumed stands below the totals.
Result<std::string> matrix_workbook(const contract::Profile&, LocalDay on, const Holding&, Instant now);

/// 拠点別機種別台数_2025-10-03.xlsx
std::string matrix_file_name(LocalDay on);

}
