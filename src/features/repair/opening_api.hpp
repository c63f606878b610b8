#pragma once
#include "features/repair/body_api.hpp"
#include "features/repair/repair_api.hpp"
#include "features/repair/view_api.hpp"
#include "platform/http/context.hpp"

namespace hoshuban::repair {

/// Enters a failure, puts the spare in the failed unit's place and moves both in the register, in one act (SPR-03).
Result<http::Created<RepairView>> open_repair(http::Context&, const OpenRepair&, const Rooms&);

}
