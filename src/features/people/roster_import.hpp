#pragma once
#include "features/people/announcement.hpp"
#include "features/people/roster_columns.hpp"

#include <set>
#include <string>
#include <vector>

namespace hoshuban::people {

/// One row of a file.
struct ImportedRow {
    int row = 0; ///< in the sheet, from 1
    Entry entry;
    std::set<RosterField> stated; ///< columns that the file has; the others keep what the roster says
    std::optional<LocalDay> from;
    std::vector<FieldError> problems; ///< by cell
    std::string name_cell; ///< where problems of the whole row are shown
};

enum class RowOutcome { created, changed, unchanged, refused };

constexpr auto names_of(const RowOutcome*)
{
    return std::to_array<Name<RowOutcome>>({{RowOutcome::created, "new"}, {RowOutcome::changed, "changed"},
        {RowOutcome::unchanged, "unchanged"}, {RowOutcome::refused, "refused"}});
}

/// What an import does with a row.
struct PlannedRow {
    int row = 0;
    RowOutcome outcome = RowOutcome::refused;
    std::optional<WorkerId> worker = {}; ///< who is meant; none for somebody new
    std::optional<Entry> before = {};
    Entry entry = {};
    std::optional<LocalDay> takes_effect_on = {};
    std::vector<FieldError> problems = {};
};

/// Compares the rows with the roster as it is today: each row is announced as a person would do it, under the same
/// rules. Nobody leaves by being absent from a file.
std::vector<PlannedRow> plan_import(const Situation&, const std::vector<ImportedRow>&);

/// The announcement of a planned row.
Announcement announcement_of(const PlannedRow&);

}
