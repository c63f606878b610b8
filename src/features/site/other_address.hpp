#pragma once
#include "core/id.hpp"
#include "features/contract/equipment.hpp"

#include <span>
#include <string>
#include <vector>

namespace hoshuban::site {

/// A site of another contract.
struct Namesake {
    std::string title = {}; ///< of its contract
    contract::Site site = {};
};

/// The namesakes, by one of their names or other names, whose address is another one: each contract prints its
/// own, and somebody has to ask the city which holds. An address that says more, with the municipality or the floor, is
/// no other one; a site without an address says nothing.
std::vector<Namesake> with_other_address(const contract::Site&, std::span<const Namesake>);

}
