#pragma once
#include "core/language.hpp"
#include "features/activity/activity.hpp"

#include <string>
#include <vector>

namespace hoshuban::activity {

/// What a ledger of some days holds: the records, the earliest first, and what they come to.
struct LedgerSheet {
    const contract::Profile& profile;
    std::vector<Activity> activities;
    std::vector<Total> totals;
};

/// The ledger as a workbook, with the totals of each kind of work below: for the monthly report.
Result<std::string> activity_workbook(const LedgerSheet&, Language, Instant now);

}
