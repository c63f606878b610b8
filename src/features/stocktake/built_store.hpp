#pragma once
#include "features/device/neighbours.hpp"

namespace hoshuban::stocktake {

/// The units that were found in a stock-take since a moment.
std::vector<device::BuiltUpon> built_since(db::Reader&, const ContractId&, Instant);

}
