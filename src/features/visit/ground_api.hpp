#pragma once
#include "features/contract/contract_store.hpp"
#include "features/visit/body_api.hpp"
#include "features/visit/view_api.hpp"
#include "platform/http/context.hpp"

#include <functional>
#include <memory>

namespace hoshuban::visit {

/// What every handler of the room stands on: the contract, and which of its sites the caller sees.
struct Ground {
    std::shared_ptr<const contract::Profile> profile = {};
    Sight sight = {};
};

/// For the reading or writing that is under way.
Result<Ground> ground_of(const http::Context&, db::Reader&, contract::ProfileCache&);

/// People as they are named in a body: those of the roster by what it says on that day. Refuses who is not on it.
Result<std::vector<Visitor>> visitors_of(
    db::Reader&, const contract::Profile&, const std::vector<VisitorBody>&, LocalDay);

using OneVisit = http::Versioned<VisitView>;

/// What an act makes of a visit, and what its event tells.
using Decide = std::function<Result<std::pair<Visit, Happening>>(db::Tx&, const Ground&, const Listed&)>;

/// One act on the visit of the path in the version that the caller saw: decided, followed by the course of its
/// incident, stored with its event; one transaction.
Result<OneVisit> act_on_visit(http::Context&, contract::ProfileCache&, const Decide&);

}
