#pragma once
#include "features/visit/finding_view_api.hpp"
#include "features/visit/ground_api.hpp"

#include <functional>

namespace hoshuban::visit {

using OneFinding = http::Versioned<FindingView>;

/// What an act makes of a finding, and what its event tells.
using DecideFinding = std::function<Result<std::pair<Finding, FindingEvent>>(const FindingGround&, const Finding&)>;

/// One act on the finding of the path in the version that the caller saw: decided by the contract, the visit and the
/// day, stored with its event; one transaction.
Result<OneFinding> act_on_finding(http::Context&, contract::ProfileCache&, const DecideFinding&);

}
