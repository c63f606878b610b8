#pragma once
#include "features/device/contract_ledger.hpp"
#include "features/device/ledger.hpp"

#include <span>
#include <string>

namespace hoshuban::device {

/// What stands above the columns of a ledger.
struct LedgerHeading {
    std::string contract; ///< its title
    std::string division; ///< empty: all of them, or a contract that has none
    LocalDay on = {};
    int edition = 0; ///< 0: no edition, an extract of the day
    std::string stated_title = {}; ///< what the contract calls the ledger; empty: it names none
    int kept_by_city = 0; ///< units that are left out because the city keeps them (LOC-08)
};

/// A ledger as a workbook (LOC-03, LOC-07): A4 landscape, one row per unit, the headings on every page. Given the facts
/// of the units it is a list to be worked on and brought in again, with a column for each fact.
Result<std::string> ledger_workbook(
    const LedgerHeading&, std::span<const Unit>, const LedgerWords&, Instant now, const FactsOfUnits* facts = nullptr);

/// 所在等管理一覧_住記・税_第3版_2025-10-03.xlsx, or with the name that the contract gives the ledger
std::string ledger_file_name(const LedgerHeading&);

}
