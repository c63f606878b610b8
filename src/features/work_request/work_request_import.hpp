#pragma once
#include "core/calendar_day.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/sheet_plan.hpp"
#include "features/work_request/work_request.hpp"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::work_request {

using CellProblem = sheet::CellProblem<Column>;
using ImportedRow = sheet::ImportedRow<Column>;
using CellChange = sheet::CellChange<Column>;
using PlannedRow = sheet::PlannedRow<Column, WorkRequest>;
using ImportPlan = sheet::ImportPlan<Column, WorkRequest>;
using sheet::Outcome;

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

}
