#pragma once
#include "features/device/part.hpp"
#include "features/device/register.hpp"

#include <string>
#include <vector>

namespace hoshuban::device {

/// How many parts of one kind hung on units of one class in one use.
struct PartCount {
    PartKind part = PartKind::other;
    std::string division = {};
    std::string device_class = {};
    Use use = Use::in_service;
    Keeper keeper = Keeper::contractor;
    int parts = 0;
};

/// What a register holds on a day, as far as contracts state totals of it (DEV-18).
struct Holding {
    std::vector<Count> units = {};
    std::vector<PartCount> parts = {};
    int sites = 0; ///< open on that day
};

/// All the stated totals in the contract's order. They count what is maintained, whoever keeps it; retired units and
/// what hangs on them are not counted.
std::vector<Comparison> compare_all(const std::vector<contract::StatedTotal>&, const Holding&);

}
