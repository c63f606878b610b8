#pragma once
#include "features/contract/profile.hpp"
#include "features/repair/stock.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::repair {

/// How many months the rate of the past is taken from.
inline constexpr int stock_months = 12;

/// The spares of every model that stands somewhere on the day, with the swaps of the months before (SPR-01, SPR-13).
std::vector<ModelStock> stock_of(db::Reader&, const contract::Profile&, LocalDay today);

}
