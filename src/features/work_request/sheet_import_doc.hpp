#pragma once
#include "features/work_request/sheet_vocabulary.hpp"
#include "features/work_request/work_request_import.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::work_request {

/// The list of a file, read but not judged. The problems of a row name their cell.
struct ImportedSheet {
    std::string name;
    std::vector<ImportedRow> rows;
};

/// Read a list from a workbook (.xlsx), in the contract's form or as the flat table. Rows with nothing but a running
/// number are skipped; a cell with only the empty mark is empty. Texts are kept as written; days, hours, numbers and
/// statuses become canonical texts. A cell with a formula, an Excel error, a text too long or with characters that
/// cannot be stored, or something that can be a My Number is a problem of its row. `today` is what written days are
/// judged by.
Result<ImportedSheet> read_sheet(std::string_view bytes, const SheetVocabulary&, LocalDay today);

}
