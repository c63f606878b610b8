#pragma once
#include "core/id.hpp"
#include "core/role.hpp"

#include <optional>
#include <vector>

namespace hoshuban::premises {

/// The sites of which somebody sees rooms, records and drills; none: every site of the contract.
using Sight = std::optional<std::vector<SiteId>>;

/// What the memberships that give this permission show together.
Sight sight_of(const Actor&, const ContractId&, Permission);

bool sees(const Sight&, const SiteId&);

/// The sites as a list of a statement takes them; never empty.
std::vector<SiteId> listed_sites(const Sight&);

}
