#pragma once
#include "core/calendar_day.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "features/work_request/work_request.hpp"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::work_request {

/// What is wrong with one cell, or what somebody should look at. The text does not name the cell: whoever shows it adds
/// the contract's words.
struct CellProblem {
    Column column;
    std::string cell; ///< `D12`
    std::string code;
    Text text;
};

/// One row of a file, read but not judged: canonical texts by column (columns that the file does not have are absent),
/// the cell of each, and what could not be read.
struct ImportedRow {
    int row = 0; ///< row number in the sheet, from 1
    std::map<Column, std::string> values;
    std::map<Column, std::string> cells; ///< `D12`
    std::vector<CellProblem> problems;
};

enum class Outcome { created, changed, unchanged, refused };

constexpr auto names_of(const Outcome*)
{
    return std::to_array<Name<Outcome>>({{Outcome::created, "new"}, {Outcome::changed, "changed"},
        {Outcome::unchanged, "unchanged"}, {Outcome::refused, "refused"}});
}

/// One cell that the import would write.
struct CellChange {
    Column column;
    std::string cell;
    std::string before;
    std::string after;

    bool operator==(const CellChange&) const = default;
};

/// What the import would do with one row. `request` is what would be saved (created and changed rows).
struct PlannedRow {
    int row = 0;
    std::string number; ///< empty: given out on saving
    std::string title; ///< as the file names the work, else as it is stored
    Outcome outcome = Outcome::unchanged;
    std::vector<CellChange> changes;
    std::vector<CellProblem> problems;
    std::optional<WorkRequest> request;
    std::vector<CellProblem> notices = {}; ///< what the import takes, but somebody should look at
};

struct ImportPlan {
    std::vector<PlannedRow> rows;

    int count(Outcome) const;
};

/// What the rules of an import need to know.
struct ImportTerms {
    /// A control number's place in its series.
    struct Place {
        int year = 0;
        int sequence = 0;
        auto operator<=>(const Place&) const = default;
    };

    ContractId contract;
    Side side;
    bool may_create; ///< only who writes requests may bring new rows
    std::string contractor; ///< printed name for rows that leave it out
    LocalDay today;
    DayRange period; ///< of the contract
    std::function<std::optional<Place>(std::string_view)> place_of; ///< nothing: not a number of the contract's form
    std::string number_example = {}; ///< a number of the contract's form
    std::map<int, int> last_numbers = {}; ///< the last number given out, by year
};

/// Compare a file with the ledger. `find` returns the stored request of a number, or null. Nothing is saved.
/// Each side changes its own columns only; numbers, states and confirmations of stored requests are never changed by a
/// file (docs/adr/0003).
ImportPlan plan_import(const ImportTerms&, const std::vector<ImportedRow>&,
    const std::function<const WorkRequest*(const std::string&)>& find);

/// A text that is equal for equal plans: what a person saw is what is saved.
std::string fingerprint(const ImportPlan&);

}
