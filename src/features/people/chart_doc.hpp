#pragma once
#include "features/people/chart.hpp"

#include "core/result.hpp"

#include <string>

namespace hoshuban::people {

/// The chart as a Word document: drawn, and as a table of everybody.
Result<std::string> chart_docx(const Chart&, const ChartTerms&, Instant now);

}
