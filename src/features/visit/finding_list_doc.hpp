#pragma once
#include "core/language.hpp"
#include "features/visit/listed_finding.hpp"

#include <string>
#include <vector>

namespace hoshuban::visit {

/// An .xlsx file of findings, the oldest first: what the contractor reports of a month (VIS-04). `findings` stand as
/// lists give them, the latest first.
Result<std::string> finding_workbook(const std::vector<ListedFinding>& findings, Language, Instant now);

}
