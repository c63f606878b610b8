#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/role.hpp"

#include <optional>
#include <vector>

namespace hoshuban::device {

/// The sites at which somebody sees units; none: no bounds, the register of the whole contract.
std::optional<std::vector<SiteId>> seen_sites(const Actor&, const ContractId&);

/// Whether somebody records for the contractor what is done with units: the city does not do it in its place.
bool works_on_units(const Actor&, const ContractId&);

/// Refuses who sees the units of some sites only, as if there were nothing (`not_found`, under the room's code).
Result<void> check_sees_all(const Actor&, const ContractId&, const char* code);

/// Refuses who does not record for the contractor, in the room's words.
Result<void> check_works_on_units(const Actor&, const ContractId&, const char* code, const Text&);

}
