#pragma once
#include "features/device/register.hpp"

#include <vector>

namespace hoshuban::device {

/// What a register holds on a day, as far as contracts state totals of it (DEV-18).
struct Holding {
    std::vector<Count> units = {};
    int sites = 0; ///< open on that day
};

/// All the stated totals in the contract's order. They count what is maintained, whoever keeps it; retired units are
/// not counted.
std::vector<Comparison> compare_all(const std::vector<contract::StatedTotal>&, const Holding&);

}
