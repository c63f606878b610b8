#pragma once
#include "core/language.hpp"
#include "features/loan/loan.hpp"

#include <string>
#include <vector>

namespace hoshuban::loan {

/// The ledger as a workbook.
Result<std::string> loan_workbook(const std::vector<Loan>&, Language, Instant now);

}
