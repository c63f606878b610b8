#pragma once
#include "features/device/register_import.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::device {

/// What is put in the place of what many units have; what is not given stays.
struct BulkEdit {
    std::optional<SiteId> site = {};
    std::optional<std::string> place = {};
    std::optional<Use> use = {};
    std::optional<std::string> division = {};
    std::optional<std::string> remarks = {};
    std::optional<LocalDay> bought_on = {};
    std::optional<LocalDay> warranty_ends_on = {};
    std::optional<bool> wire = {};
    std::optional<bool> spare_key = {};
    std::optional<std::string> medium_edition = {};
};

inline constexpr std::size_t most_bulk_units = 2'000;

/// The edit as the rows of a list that says the same of each unit, to be compared with the register like one that came
/// in. Refuses an edit of nothing (`device/nothing_to_change`), no units and too many (`device/too_many_units`), and a
/// site that the contract does not have (`device/unknown_site`).
Result<std::vector<LedgerRow>> rows_of(const contract::Profile&, const std::vector<Unit>&, const BulkEdit&);

}
