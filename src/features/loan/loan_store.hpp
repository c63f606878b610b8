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

/// Enters a loan with the first line of its history and what it leads to, records `loan.lent`, or `loan.lent_for_job`
/// of one that a job has lent, and starts its clocks (`loan.return`, `loan.check`). Refuses a thing that stands in the
/// ledger as lent already, and what `put_link` refuses.
Result<void> insert(db::Tx&, const WorkingCalendar&, const audit::Cause&, const Loan&);

/// The loan, or a not_found error with the text for people.
Result<Loan> get(db::Reader&, const ContractId&, const LoanId&);
/// `get`, and refuse when the caller saw another version (412).
Result<Loan> get_version(db::Reader&, const ContractId&, const LoanId&, int version);

/// Replaces the row with its link, records what differs, and sets its clocks anew or stops them. Refuses what
/// `put_link` refuses.
Result<Loan> update(
    db::Tx&, const WorkingCalendar&, const audit::Cause&, const Happening&, const Loan& before, Loan after);

void insert_entry(db::Tx&, const ContractId&, const LoanId&, const Entry&);
/// Those that a job had lent, by their numbers; at most 200.
std::vector<Loan> loans_of_job(db::Reader&, const ContractId&, const std::string& job_id);
/// The latest first.
std::vector<Entry> entries_of(db::Reader&, const ContractId&, const LoanId&);

struct ListFilter {
    std::optional<Kind> kind = {};
    std::string state = {}; ///< a state, `open` for all that is not returned, empty for all
    std::string words = {}; ///< as typed; must occur somewhere in the row
    std::string device = {}; ///< the id: only of this unit
    std::string medium = {}; ///< the id: only of this medium
};

struct ListPage {
    std::vector<Loan> loans;
    std::string next; ///< cursor of the next page; empty at the end
};

/// In the order of the numbers; `cursor` is empty or the `next` of a page.
ListPage list(db::Reader&, const ContractId&, const ListFilter&, const std::string& cursor, int limit);

}
