#pragma once
#include "core/language.hpp"
#include "features/visit/listed_visit.hpp"

#include <string>
#include <vector>

namespace hoshuban::visit {

/// The list of visits as a workbook, the earliest first, one row for each person who went.
Result<std::string> visit_workbook(std::vector<Listed>, Language, Instant now);

}
