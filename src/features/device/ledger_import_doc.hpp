#pragma once
#include "core/sheet_plan.hpp"
#include "features/device/column_mapping.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace hoshuban::device {

using LedgerRow = sheet::ImportedRow<LedgerColumn>;

/// The rows of a list of devices, read but not judged: an Excel workbook or a CSV file (UTF-8 or CP932). The columns
/// stand in any order under a row of headings in one of the first rows; which column is which is said by the words of
/// the heading, not by its place, and columns with other headings are passed over. Numbers and ids are read in full
/// width too. Refuses files without a column for the row id or the device id, and more than 20,000 rows.
Result<std::vector<LedgerRow>> read_ledger(std::string_view bytes, LocalDay today);

/// A list with the words above its columns.
struct LedgerSheet {
    std::vector<Heading> headings;
    bool found = false; ///< whether the headings say which rows are which units; without that there are no rows
    std::vector<LedgerRow> rows;
};

/// The same, where what somebody said of headings goes before the words that are known; a list whose headings nobody
/// understands comes back with its headings alone, for somebody to say what they mean.
Result<LedgerSheet> read_ledger_sheet(std::string_view bytes, LocalDay today, std::span<const ColumnChoice>);

}
