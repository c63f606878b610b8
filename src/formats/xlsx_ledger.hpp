#pragma once
#include "core/language.hpp"
#include "core/result.hpp"
#include "formats/xlsx_writer.hpp"

#include <span>

namespace hoshuban::xlsx {

/// A column of a plain ledger.
struct LedgerColumn {
    Text title;
    double width; ///< in characters
    bool number = false; ///< to the right, with one decimal
    bool whole = false; ///< a number without decimals
};

/// The layout of a ledger that is only read: one row of headings, repeated on each page, the first column kept in view.
SheetLayout ledger_layout(
    Language, const Text& name, const Text& title, std::span<const LedgerColumn> columns, Instant now);

}
