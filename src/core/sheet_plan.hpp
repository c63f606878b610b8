#pragma once
#include "core/names.hpp"
#include "core/result.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What becomes of the rows of a list that comes in as a file: read, compared with the ledger, shown, saved as shown.
/// `Column` is the ledger's enum of columns, `Saved` what is stored of a new or changed row.
namespace hoshuban::sheet {

/// What is wrong with one cell, or what somebody should look at. The text does not name the cell: whoever shows it adds
/// the words of the list.
template <class Column>
struct CellProblem {
    Column column;
    std::string cell; ///< `D12`
    std::string code;
    Text text;
};

/// One row of a file, read but not judged: canonical texts by column (columns that the file does not have are absent),
/// the cell of each, and what could not be read.
template <class Column>
struct ImportedRow {
    int row = 0; ///< row number in the sheet, from 1
    std::map<Column, std::string> values;
    std::map<Column, std::string> cells; ///< `D12`
    std::vector<CellProblem<Column>> problems;

    std::string cell(Column column) const
    {
        const auto found = cells.find(column);
        return found == cells.end() ? std::string{} : found->second;
    }
    const std::string& value(Column column) const
    {
        static const std::string none;
        const auto found = values.find(column);
        return found == values.end() ? none : found->second;
    }
    CellProblem<Column> problem(Column column, std::string code, Text text) const
    {
        return {column, cell(column), std::move(code), std::move(text)};
    }
};

enum class Outcome { created, changed, unchanged, refused };

constexpr auto names_of(const Outcome*)
{
    return std::to_array<Name<Outcome>>({{Outcome::created, "new"}, {Outcome::changed, "changed"},
        {Outcome::unchanged, "unchanged"}, {Outcome::refused, "refused"}});
}

/// One cell that the import would write.
template <class Column>
struct CellChange {
    Column column;
    std::string cell;
    std::string before;
    std::string after;

    bool operator==(const CellChange&) const = default;
};

/// What the import would do with one row.
template <class Column, class Saved>
struct PlannedRow {
    int row = 0;
    std::string number; ///< empty: given out on saving
    std::string title; ///< as the file names it, else as it is stored
    Outcome outcome = Outcome::unchanged;
    std::vector<CellChange<Column>> changes;
    std::vector<CellProblem<Column>> problems;
    std::optional<Saved> saved; ///< of created and changed rows
    std::vector<CellProblem<Column>> notices = {}; ///< what the import takes, but somebody should look at
};

template <class Column, class Saved>
struct ImportPlan {
    std::vector<PlannedRow<Column, Saved>> rows;

    int count(Outcome outcome) const
    {
        return static_cast<int>(std::ranges::count(rows, outcome, &PlannedRow<Column, Saved>::outcome));
    }
};

/// A text that is equal for equal plans: what a person saw is what is saved.
template <class Column, class Saved>
std::string fingerprint(const ImportPlan<Column, Saved>& plan)
{
    std::string text;
    for (const auto& row : plan.rows) {
        text += fmt::format("{}\x1f{}\x1f{}", row.row, row.number, name_of(row.outcome));
        for (const auto& change : row.changes)
            text += fmt::format("\x1f{}\x1f{}\x1f{}", name_of(change.column), change.before, change.after);
        text += '\x1e';
    }
    return text;
}

/// What somebody should look at in a text that is taken from a file: it begins like a formula, or holds characters that
/// may not show elsewhere.
struct Notice {
    std::string code;
    Text text;
};
std::vector<Notice> notices_of(std::string_view text);

}
