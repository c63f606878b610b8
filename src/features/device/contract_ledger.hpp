#pragma once
#include "features/contract/profile.hpp"
#include "features/device/placement.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::device {

/// A ledger that the contractor hands in (LOC-07): one that the contract states, or that of a division.
struct ContractLedger {
    std::string division = {}; ///< under which its editions and its clock are filed: the first one that it covers
    std::string title = {};
    std::vector<std::string> divisions = {}; ///< that it covers; empty: all of them
    std::vector<int> excluded_sites = {}; ///< by number
    bool stated = false; ///< the contract names it

    bool covers(const std::string& of_unit) const;
    /// Whether it lists a unit that stands there. What the city keeps and what stands at a site that the contract
    /// leaves out is not the contractor's to locate (LOC-08, SIT-11, X-18), except a spare: those that the contractor
    /// holds are tracked wherever they are. Retired units are in no ledger.
    bool lists(const Spot&, std::optional<int> site_number) const;
};

/// The ledger of the units of a division: the first that the contract states for it, else one for the division alone.
ContractLedger ledger_of(const contract::Profile&, const std::string& division);

/// 所在等管理一覧（住記・税）, of a ledger that the contract does not name itself; a contract without divisions has
/// one.
std::string ledger_title(const std::string& division);

}
