#pragma once
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/contract/profile.hpp"
#include "features/work_request/work_request.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::gate {

/// Before a result is recorded or the contractor confirms: refuses with everything that the start still waits for.
/// `gate/not_started`.
Result<void> check_begun(db::Reader&, const contract::Profile&, const work_request::WorkRequest&, Instant now);

/// Before the city confirms: refuses with every paper that an emergency start still owes, and its day. `gate/duties`.
Result<void> check_duties(db::Reader&, const contract::Profile&, const work_request::WorkRequest&, Instant now);

}
