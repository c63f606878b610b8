#pragma once
#include "features/audit/audit.hpp"
#include "features/support/gap.hpp"
#include "platform/db/database.hpp"

#include <span>
#include <vector>

namespace hoshuban::support {

/// More than any plan holds in the few weeks that are read at once.
inline constexpr int most_shifts = 2'000;

/// The shifts that touch this time, by their beginning.
std::vector<Shift> list_shifts(db::Reader&, const ContractId&, const Stretch&);

/// The shift, or not_found with the text for people; a precondition failure when the caller saw another version.
Result<Shift> get_shift(db::Reader&, const ContractId&, const ShiftId&, int version);

/// Stores shifts that are settled and records `on_call.planned` of each. Refuses two first persons at one time.
Result<void> insert(db::Tx&, const audit::Cause&, std::span<const Shift>);
/// Replaces a shift and records what differs as `on_call.changed`. Refuses as insert does.
Result<Shift> update(db::Tx&, const audit::Cause&, const Shift& before, Shift after);
/// Takes a shift off the plan and records `on_call.removed`.
void remove(db::Tx&, const audit::Cause&, const Shift&, const std::string& reason);

}
