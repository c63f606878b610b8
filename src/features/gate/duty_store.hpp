#pragma once
#include "core/calendar.hpp"
#include "features/audit/audit.hpp"
#include "features/contract/profile.hpp"
#include "features/gate/start.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::gate {

/// Stores what an emergency start owes and starts the clock of each duty.
void owe(db::Tx&, const WorkingCalendar&, const StartRecord&, const std::vector<Duty>&, std::string_view number);

/// The duties of a start that nothing has met so far.
std::vector<Duty> unmet(
    db::Reader&, const contract::Profile&, const WorkingCalendar&, const StartRecord&, const std::vector<Duty>&);

/// Closes every duty of a start that was met meanwhile, stops its clock and records it; how many.
int settle(db::Tx&, const contract::Profile&, const WorkingCalendar&, const audit::Cause&, const StartRecord&);

/// Moves the open clocks of a start to the request that was written afterwards.
void move_clocks(db::Tx&, const WorkingCalendar&, const StartRecord& before, const StartRecord& after,
    std::string_view number, Instant now);

}
