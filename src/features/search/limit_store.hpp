#pragma once
#include "core/role.hpp"
#include "features/search/source_store.hpp"

#include <optional>
#include <vector>

namespace hoshuban::search {

/// What this person may see of one kind that needs the right `see`; none when no role of his gives it.
std::optional<Limit> limit_of(const Actor&, const ContractId&, const std::string& kind, Permission see);

/// What this person may find in a contract, one limit for each kind that a role of his opens, in the order of the
/// sources.
std::vector<Limit> limits_of(const Actor&, const ContractId&, const std::vector<Source>&);

}
