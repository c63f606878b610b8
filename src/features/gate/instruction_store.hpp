#pragma once
#include "core/calendar.hpp"
#include "features/audit/audit.hpp"
#include "features/contract/profile.hpp"
#include "features/gate/start.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string_view>

namespace hoshuban::gate {

/// The contractor says what the city instructed; the city confirms it in the register of permissions. The id that it
/// has there; nothing where the contract knows no such kind.
Result<std::optional<ApprovalId>> register_instruction(db::Tx&, const contract::Profile&, const WorkingCalendar&,
    const audit::Cause&, const StartRecord&, const ApprovalId&);

audit::Subject subject_of(const StartId&);
/// Records an event about an emergency start with the instruction on which it rests.
void record_start(
    db::Tx&, const audit::Cause&, std::string_view kind, const audit::Subject& subject, const StartRecord&);

}
