#pragma once
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/work_request/column.hpp"
#include "features/work_request/work_request.hpp"

#include <map>
#include <string>
#include <string_view>

namespace hoshuban::work_request {

/// What reading a person's text needs to know of the contract and the day.
struct WrittenTerms {
    std::map<Status, std::string> status_labels; ///< as the contract prints them
    std::string empty_mark; ///< what stands for "not stated", e.g. `-`
    LocalDay today; ///< days far beyond it are slips of the pen
};

/// The canonical text (see `canonical`) of what a person wrote in a cell of the sheet or the grid: era and western
/// days, full and half width, printed status words, hours with one decimal. Empty and the empty mark mean "not stated".
/// Outer blanks are taken off, line ends become `\n`; otherwise text stays as written. The error's text says what to
/// do; who calls knows the cell.
Result<std::string> canonical_from(Column, std::string_view written, const WrittenTerms&);

/// Takes outer blanks off every text of a request and reads a lone dash as "not stated", as a list does: what was typed
/// on screen then comes back from an exported list unchanged.
void settle_texts(WorkRequest&);

}
