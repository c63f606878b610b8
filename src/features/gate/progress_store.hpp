#pragma once
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/contract/profile.hpp"
#include "features/work_request/work_request.hpp"
#include "platform/db/database.hpp"

#include <optional>

namespace hoshuban::gate {

/// Before anything is told of work, a step, a result or the contractor's confirmation: refuses with everything that the
/// start still waits for. `gate/not_started`.
Result<void> check_begun(db::Reader&, const contract::Profile&, const work_request::WorkRequest&, Instant now);

/// Since when a request is worked on; nothing where the start was not recorded here. Refuses as check_begun does.
Result<std::optional<Instant>> begun_at(
    db::Reader&, const contract::Profile&, const work_request::WorkRequest&, Instant now);

/// Before the city confirms: refuses with every paper that an emergency start still owes, and its day. `gate/duties`.
Result<void> check_duties(db::Reader&, const contract::Profile&, const work_request::WorkRequest&, Instant now);

}
