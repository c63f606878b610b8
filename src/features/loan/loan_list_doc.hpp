#pragma once
#include "core/language.hpp"
#include "features/loan/link.hpp"

#include <map>
#include <string>
#include <vector>

namespace hoshuban::loan {

/// The ledger as a workbook, with the numbers of the units and media that loans lead to.
Result<std::string> loan_workbook(const std::vector<Loan>&, const std::map<LoanId, Linked>&, Language, Instant now);

}
