#pragma once
#include "core/language.hpp"
#include "features/improvement/improvement.hpp"

#include <vector>

namespace hoshuban::improvement {

/// The proposals as an Excel file, the oldest first: plan, numbers, what the city decided, effect and conclusion.
Result<std::string> workbook(const std::vector<Improvement>&, Language, Instant now);

}
