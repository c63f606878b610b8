#pragma once
#include "formats/xlsx_reader.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace hoshuban {

/// Whether bytes are what Excel wrote, today or long ago, of which the reader of workbooks says what is wrong with it;
/// anything else is read as CSV.
bool is_workbook(std::string_view bytes);

/// The records of a CSV file (UTF-8 or CP932) as rows of a sheet, numbered by their lines. Refuses other encodings.
Result<std::vector<xlsx::Row>> csv_rows(std::string_view bytes);

/// Reads a list out of a workbook's visible sheets or a CSV file: the first sheet whose reader has `found()` it, read
/// row by row by `take(row, date system)`; `make` gives a new reader for each sheet. None when no sheet holds it.
template <class Make>
auto read_list(std::string_view bytes, Make make) -> Result<std::optional<decltype(make())>>
{
    using Reader = decltype(make());
    if (!is_workbook(bytes)) {
        TRY_ASSIGN(const auto rows, csv_rows(bytes));
        Reader reader = make();
        for (const xlsx::Row& row : rows)
            TRY(reader.take(row, xlsx::DateSystem::from_1900));
        return reader.found() ? std::optional{std::move(reader)} : std::nullopt;
    }
    TRY_ASSIGN(auto workbook, xlsx::Workbook::open(bytes));
    for (const xlsx::SheetInfo& info : workbook.sheets()) {
        if (info.visibility != xlsx::Visibility::visible)
            continue;
        Reader reader = make();
        TRY(workbook.each_row(
            info, [&](xlsx::Row&& row) -> Result<void> { return reader.take(row, workbook.date_system()); }));
        if (reader.found())
            return std::optional{std::move(reader)};
    }
    return std::optional<Reader>{};
}

}
