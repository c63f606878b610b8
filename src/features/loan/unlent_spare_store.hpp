#pragma once
#include "features/loan/unlent_spare.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::loan {

/// At most so many are listed; more than any contract keeps.
inline constexpr int most_unlent_spares = 500;

/// The spares of a day that no open loan leads to, by their numbers.
std::vector<UnlentSpare> unlent_spares(db::Reader&, const ContractId&, LocalDay);

}
