#pragma once
#include "features/audit/audit.hpp"
#include "features/support/gap.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <vector>

namespace hoshuban::support {

/// How far ahead somebody must be named.
inline constexpr std::chrono::days watched_ahead{28};

/// The clock `on_call.gap` and what it is about: the plan of the contract.
inline constexpr const char* gap_clock = "on_call.gap";
audit::Subject plan_subject();

/// The times from now on, within watched_ahead and the contract's days, at which nobody is to be called. Empty when the
/// contract wants nobody outside its hours.
std::vector<Gap> coming_gaps(db::Reader&, const contract::Profile&, const WorkingCalendar&, Instant now);

/// Whether the clock of the plan runs to another moment than the first of these gaps begins, or only one of both is
/// there.
bool gap_clock_differs(db::Reader&, const ContractId&, std::span<const Gap>);

/// Lets the clock `on_call.gap` run to the beginning of the first gap, set anew when that changes, and stops it when
/// there is none (SUP-02).
void settle_gap_clock(db::Tx&, const ContractId&, const WorkingCalendar&, std::span<const Gap>, Instant now);

}
