#pragma once
#include "core/calendar.hpp"
#include "features/device/edition_store.hpp"

namespace hoshuban::device {

/// What a clock of a ledger is about: the ledger of a division.
audit::Subject ledger_subject(const std::string& division);
/// The division of such a subject.
std::string division_of(const std::string& subject_id);

/// Whether a ledger has moves that no edition shows and no clock, or a clock and no such moves.
bool clocks_differ(db::Reader&, const ContractId&, LocalDay today);

/// Starts the clock `device.edition` of each ledger with moves that no edition shows: it runs to the end of the day on
/// which the newest of them was entered, or of the first open day after it (LOC-05; the contract says 遅滞なく, the
/// same working day is the product's own target). Stops the clocks of ledgers that are shown whole.
void settle_clocks(db::Tx&, const ContractId&, const WorkingCalendar&, Instant now);

}
