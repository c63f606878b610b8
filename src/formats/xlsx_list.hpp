#pragma once
#include "formats/xlsx_reader.hpp"

#include <string>
#include <vector>

namespace hoshuban::xlsx {

/// What stands above the columns of a list.
struct ListHeadings {
    /// A heading over neighbouring columns, counted from 0.
    struct Group {
        int first = 0;
        int count = 1;
        std::string label;
    };

    std::string sheet_name;
    std::vector<std::string> columns;
    std::vector<Group> groups = {};
};

/// Where a list stands in a sheet.
struct ListPlace {
    int heading_row = 0; ///< the row of the column headings
    int first_column = 1;
};

/// A sheet that holds the list, and where.
struct FoundList {
    Sheet sheet;
    ListPlace place;
};

/// Looks for a list in the visible sheets, by its column headings (compared as folded texts) under any title, with the
/// row of group headings or without. Every column must stand in the list's order; what stands to the right is ignored.
/// Each wrong heading is named with its cell and what to do.
Result<FoundList> find_list(Workbook&, const ListHeadings&);

/// Refuses a cell that holds a formula or an Excel error, with what to do about it.
Result<void> check_value(const Cell&);

/// The day in a cell: Excel's count of days, or a day as people write it (see parse_written_day).
Result<LocalDay> day_in(const Cell&, DateSystem, LocalDay today);

}
