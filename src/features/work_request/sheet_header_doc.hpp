#pragma once
#include "features/work_request/sheet_vocabulary.hpp"
#include "formats/xlsx_reader.hpp"

namespace hoshuban::work_request {

/// Where the list stands in a sheet.
struct ListPlace {
    int heading_row = 0; ///< the row of the column headings
    int first_column = 1; ///< the column of the running number
};

/// A sheet that holds the list, and where.
struct FoundList {
    xlsx::Sheet sheet;
    ListPlace place;
};

/// Look for the list in the visible sheets, by its column headings (compared as folded texts) under any title, with the
/// row of group headings (the contract's form) or without (the flat table). Every column must stand in the form's
/// order; what stands to the right of the list is ignored. Each wrong heading is named with its cell and what to do.
Result<FoundList> find_list(xlsx::Workbook&, const SheetVocabulary&);

}
