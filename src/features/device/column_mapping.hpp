#pragma once
#include "features/device/ledger.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::device {

/// What somebody said that a heading means; none: the column is passed over.
struct ColumnChoice {
    std::string heading;
    std::optional<LedgerColumn> column = {};

    bool operator==(const ColumnChoice&) const = default;
};

/// The columns of a city's list, said once under a name and offered again.
struct ColumnMapping {
    std::string name;
    std::vector<ColumnChoice> columns;
};

/// A heading of a list that came in.
struct Heading {
    std::string column; ///< `C`
    std::string text;
    std::optional<LedgerColumn> means = {}; ///< none: nobody knows it, or it is passed over
    std::string sample = {}; ///< what stands in the first row below it
};

/// The first mapping that speaks of every heading whose meaning is not known; null when there is none or nothing is to
/// be said.
const ColumnMapping* fitting(std::span<const ColumnMapping>, std::span<const Heading>);

/// Settles heading and name. Refuses a mapping without a name (`required`), two headings for one column
/// (`import/column_twice`) and headings that stand twice (`import/heading_twice`).
Result<void> take(ColumnMapping&);
/// The same without a name, as it is chosen for one list.
Result<void> take(std::vector<ColumnChoice>&);

}
