#pragma once
#include "features/device/neighbours.hpp"

namespace hoshuban::recovery {

/// The units that somebody entered since a moment as set up from an edition.
std::vector<device::BuiltUpon> built_since(db::Reader&, const ContractId&, Instant);

}
