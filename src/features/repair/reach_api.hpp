#pragma once
#include "features/contract/contract_store.hpp"
#include "features/repair/repair_api.hpp"
#include "platform/http/context.hpp"

#include <memory>

namespace hoshuban::repair {

/// Repairs are of the whole contract: for who sees some sites of it they are not there.
Result<void> check_whole(const http::Context&);

/// The contractor repairs; the city does not record steps in its place.
bool may_keep(const http::Context&);
Result<void> check_keeps(const http::Context&);

/// The profile of the path's contract, which has repairs; refused with `repair/not_in_contract` otherwise.
Result<std::shared_ptr<const contract::Profile>> repairing(db::Reader&, const http::Context&, contract::ProfileCache&);

/// The rule of a unit; refused with `repair/no_rule` when the contract has none for it.
Result<contract::RepairRule> rule_of(
    const contract::Profile&, const std::string& device_class, const std::string& model);

}
