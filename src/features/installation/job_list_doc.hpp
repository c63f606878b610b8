#pragma once
#include "core/language.hpp"
#include "features/installation/job_line.hpp"

#include <string>
#include <vector>

namespace hoshuban::installation {

/// The ledger as a workbook: a row for each unit of each job.
Result<std::string> job_workbook(const std::vector<ListedJob>&, Language, Instant now);

}
