#pragma once
#include "features/audit/audit.hpp"
#include "features/contract/profile.hpp"
#include "features/device/contract_ledger.hpp"
#include "features/device/edition.hpp"
#include "platform/db/blob.hpp"
#include "platform/db/database.hpp"

#include <set>
#include <string>
#include <vector>

namespace hoshuban::device {

/// A ledger of the contract as it is today.
struct LedgerState {
    ContractLedger ledger = {};
    std::set<std::string> divisions = {}; ///< of the units that it covers
    int units = 0; ///< that are in it and not retired
    int kept_by_city = 0; ///< units of its divisions that are not in it because the city keeps them (LOC-08)
    int movements = 0; ///< of its units, as entered until now
    int shown = 0; ///< of them, in the edition that shows most

    /// Moves that no edition shows yet.
    int pending() const { return movements > shown ? movements - shown : 0; }
};

/// The ledgers of a contract of whose units some stand somewhere on the day: those that it states in its order, then
/// one for each division of which it states none.
std::vector<LedgerState> list_ledgers(db::Reader&, const contract::Profile&, LocalDay);

/// The editions of every ledger, the newest first.
std::vector<Edition> list_editions(db::Reader&, const ContractId&);
Result<Edition> get_edition(db::Reader&, const ContractId&, const EditionId&);

/// The newest edition of a ledger; none before the first.
std::optional<Edition> newest_edition(db::Reader&, const ContractId&, const std::string& division);

/// Stores an edition that was made from the newest one: a new row, or the row of the one that is not submitted yet.
/// Refuses (`device/edition_changed`) when somebody else was first.
Result<void> put_edition(db::Tx&, const ContractId&, const audit::Cause&, const Edition&, const db::PackedBlob& file);

/// Stores that an edition was submitted, in the version before.
Result<void> put_submitted(db::Tx&, const ContractId&, const audit::Cause&, const Edition&);

}
