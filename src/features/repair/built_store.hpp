#pragma once
#include "features/device/neighbours.hpp"

namespace hoshuban::repair {

/// The units whose repairs were entered or went on since a moment, and the spares that took their place then.
std::vector<device::BuiltUpon> built_since(db::Reader&, const ContractId&, Instant);

}
