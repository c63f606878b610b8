#pragma once
#include "core/calendar.hpp"
#include "features/audit/audit.hpp"
#include "features/loan/loan.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::loan {

/// What happened to a loan, for the contract's event chain.
struct Happening {
    std::string_view kind; ///< `loan.returned`
    std::map<std::string, std::string> facts = {}; ///< beside what differs in the row itself
};

/// Enters a loan with the first line of its history, records `loan.lent` and starts its clocks (`loan.return`,
/// `loan.check`). Refuses a thing that stands in the ledger as lent already.
Result<void> insert(db::Tx&, const WorkingCalendar&, const audit::Cause&, const Loan&);

/// The loan, or a not_found error with the text for people.
Result<Loan> get(db::Reader&, const ContractId&, const LoanId&);
/// `get`, and refuse when the caller saw another version (412).
Result<Loan> get_version(db::Reader&, const ContractId&, const LoanId&, int version);

/// Replaces the row, records what differs, and sets its clocks anew or stops them.
Loan update(db::Tx&, const WorkingCalendar&, const audit::Cause&, const Happening&, const Loan& before, Loan after);

void insert_entry(db::Tx&, const ContractId&, const LoanId&, const Entry&);
/// The latest first.
std::vector<Entry> entries_of(db::Reader&, const ContractId&, const LoanId&);

struct ListFilter {
    std::optional<Kind> kind = {};
    std::string state = {}; ///< a state, `open` for all that is not returned, empty for all
    std::string words = {}; ///< as typed; must occur somewhere in the row
};

struct ListPage {
    std::vector<Loan> loans;
    std::string next; ///< cursor of the next page; empty at the end
};

/// In the order of the numbers; `cursor` is empty or the `next` of a page.
ListPage list(db::Reader&, const ContractId&, const ListFilter&, const std::string& cursor, int limit);

}
