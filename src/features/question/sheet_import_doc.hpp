#pragma once
#include "features/question/question_import.hpp"

#include <string_view>
#include <vector>

namespace hoshuban::question {

/// Reads a list of questions from a workbook (.xlsx); what cannot be read is a problem of its row that names the cell.
/// Rows without any text are skipped. `today` is what written days are judged by.
Result<std::vector<ImportedRow>> read_sheet(std::string_view bytes, LocalDay today);

}
