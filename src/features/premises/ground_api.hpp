#pragma once
#include "features/contract/contract_store.hpp"
#include "features/premises/sight.hpp"
#include "platform/http/context.hpp"

#include <memory>
#include <string>

namespace hoshuban::premises {

/// What every handler of the room stands on: the contract, its sites of today, and which of them the caller sees.
struct Ground {
    ContractId contract = {};
    std::shared_ptr<const contract::Profile> profile = {};
    Sight sight = {};
    LocalDay today = {};
};

/// For the reading or writing that is under way.
Result<Ground> ground_of(const http::Context&, db::Reader&, contract::ProfileCache&);

/// Records in the chain that a ledger was exported.
void tell_exported(const http::Context&, const char* kind, const char* subject);

}
