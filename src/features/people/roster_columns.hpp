#pragma once
#include "core/language.hpp"
#include "features/contract/profile.hpp"
#include "features/people/worker.hpp"

#include <string>
#include <vector>

namespace hoshuban::people {

using contract::ReportField;
using contract::RosterField;

/// The columns of the roster as a file: those the contract wants reported, or all of them in the usual words.
std::vector<ReportField> roster_columns(const contract::Profile&);

/// What people call a column when the contract does not say.
Text default_label(RosterField);

/// The facts of one column as they are printed. Days of a stay are `from` and the last day before `to`.
std::string printed(const contract::Profile&, RosterField, const Entry&, const std::optional<Stay>&);

}
