#include "formats/xlsx_ledger.hpp"

#include "core/in_language.hpp"

namespace hoshuban::xlsx {

SheetLayout ledger_layout(
    Language language, const Text& name, const Text& title, std::span<const LedgerColumn> columns, Instant now)
{
    SheetLayout layout{.name = in(language, name),
        .title = in(language, title),
        .columns = {},
        .headings = {},
        .frozen_columns = 1,
        .page = {.header = "&R&P/&N", .repeat_from = 1},
        .created = now};
    int number = 0;
    for (const LedgerColumn& column : columns) {
        Style style{.wrap = true, .border = true};
        if (column.number) {
            style.align = Align::right;
            style.number_format = column.whole ? "0" : "0.0";
        }
        layout.columns.push_back({column.width, style});
        layout.headings.push_back({.row = 1,
            .column = ++number,
            .text = in(language, column.title),
            .style = {.bold = true, .wrap = true, .border = true, .shaded = true, .align = Align::center}});
    }
    return layout;
}

}
