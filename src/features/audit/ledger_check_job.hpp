#pragma once
#include "features/audit/audit.hpp"
#include "features/audit/ledger_check.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::audit {

/// One row as it stands in the database, whatever somebody made of it.
struct LedgerRow {
    std::string id;
    std::string number;
    LedgerFacts facts;
};

/// How a ledger is read and what its events mean.
struct Ledger {
    std::string name; ///< as the answer calls it
    std::string subject_kind;
    /// The rows after the id `after`, in the order of ids, at most `limit`. Must not fail on damaged values.
    std::function<std::vector<LedgerRow>(const std::string& after, int limit)> rows;
    /// Takes in one change: `after` is what the event says about its fields.
    std::function<void(LedgerFacts&, const Event&, const LedgerFacts& after)> take;
    /// Adds what follows from the other facts (a key to search by), once all events are taken in.
    std::function<void(LedgerFacts&)> derive;
    std::function<std::string(const LedgerFacts&)> number; ///< of a thing of which only events are left
    std::function<Text(std::string_view field)> label;
};

/// Rebuilds every row from its events and compares. Rows and events are read in the order of ids, a page of rows at a
/// time, so memory stays small however long the ledger is.
LedgerVerification verify_ledger(db::Reader&, const ContractId&, const Ledger&);

}
