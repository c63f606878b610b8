#pragma once
#include "features/device/register_index.hpp"

#include <optional>
#include <vector>

namespace hoshuban::device {

/// A row of a list on its way into the plan.
struct RowDraft {
    const LedgerRow* row = nullptr;
    const Unit* before = nullptr; ///< the unit it is about, or the counted one whose row it takes; null for a new unit
    bool known = false; ///< the row itself named the unit
    contract::Device device = {};
    Spot spot = {};
    bool states_site = false;
    ListedFacts facts_before = {}; ///< of the unit on the day of the list
    ListedFacts facts = {};
    std::vector<LedgerProblem> problems = {};

    bool leaves_blank(LedgerColumn column) const { return row->value(column).empty(); }
    /// The day on which the row says the unit came to its spot; none where it says none that can be read.
    std::optional<LocalDay> stated_day() const;
    /// Whether the row leaves the unit where it stands; of a row about a unit that is there.
    bool same_spot() const;
    void refuse(LedgerColumn, const Error&);
    /// Takes the row of a unit that was only counted: what the list does not state stays as it is there.
    void take_over(const Unit&);
};

/// Reads what the row states of the unit and its spot over what is there; cells that cannot be read become problems.
void take_row(const RegisterIndex&, RowDraft&);

}
