#pragma once
#include "features/device/neighbours.hpp"

namespace hoshuban::installation {

/// The units of jobs that were planned or went on since a moment and were not cancelled.
std::vector<device::BuiltUpon> built_since(db::Reader&, const ContractId&, Instant);

}
