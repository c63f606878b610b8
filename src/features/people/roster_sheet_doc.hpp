#pragma once
#include "core/result.hpp"
#include "features/people/roster_columns.hpp"
#include "features/people/roster_import.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::people {

/// Which roster is written, and whether with contact data.
struct SheetTerms {
    const contract::Profile& profile;
    LocalDay day;
    bool contacts = false;
};

/// Everybody who is on the roster on the day, in the columns that the contract wants reported.
Result<std::string> roster_xlsx(std::span<const Worker>, const SheetTerms&, Instant now);

/// The rows of a roster in Excel: a head row within the first ten rows names the columns in the contract's words or the
/// usual ones. Refuses a file without the columns for name, affiliation, work and assets, and more than 500 rows.
Result<std::vector<ImportedRow>> read_roster(std::string_view bytes, const contract::Profile&, LocalDay today);

}
