#pragma once
#include "core/result.hpp"
#include "features/contract/equipment.hpp"

#include <functional>
#include <string>

namespace hoshuban::device {

/// Refuses an edition that a unit cannot have been set up from; what stands there already may stay.
using EditionCheck =
    std::function<Result<void>(const contract::Device&, const std::string& present, const std::string& edition)>;

}
