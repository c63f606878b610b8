#pragma once
#include "core/language.hpp"
#include "features/stocktake/stocktake.hpp"

#include <span>
#include <string>

namespace hoshuban::stocktake {

/// The result as a sheet: one row for each line, by site.
Result<std::string> stocktake_workbook(
    const contract::Profile&, const Stocktake&, std::span<const Line>, Language, Instant now);

}
