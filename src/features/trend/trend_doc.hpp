#pragma once
#include "core/language.hpp"
#include "features/trend/trend.hpp"

#include <string>

namespace hoshuban::trend {

/// What the workbook is written from.
struct TrendPaper {
    const contract::Profile& profile;
    const Trend& trend;
};

/// The trend as an Excel file: the estimates by month, and units, models and sites with every row, each on a sheet of
/// its own.
Result<std::string> workbook(const TrendPaper&, Language, Instant now);

/// `障害の傾向_2025-09-30.xlsx`
std::string file_name(LocalDay on);

}
