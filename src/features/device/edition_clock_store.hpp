#pragma once
#include "core/calendar.hpp"
#include "features/device/edition_store.hpp"

#include <set>

namespace hoshuban::device {

/// What a clock of a ledger is about: the division under which the ledger is filed.
audit::Subject ledger_subject(const std::string& division);
/// The division of such a subject.
std::string division_of(const std::string& subject_id);

/// Whether a ledger has moves that no edition shows and no clock, or a clock and no such moves.
bool clocks_differ(db::Reader&, const contract::Profile&, LocalDay today);

/// The contracts in which such a clock runs.
std::vector<ContractId> contracts_awaiting(db::Reader&);

/// Starts the clocks of ledgers whose units have just moved, where none runs.
void start_clocks(
    db::Tx&, const contract::Profile&, const WorkingCalendar&, const std::set<std::string>& divisions, Instant now);

/// Starts the clock `device.edition` of each ledger with moves that no edition shows: it runs to the end of the day on
/// which the newest of them was entered, or of the first open day after it (LOC-05; the contract says 遅滞なく, the
/// same working day is the product's own target). Stops the clocks of ledgers that are shown whole.
void settle_clocks(db::Tx&, const contract::Profile&, const WorkingCalendar&, Instant now);

}
