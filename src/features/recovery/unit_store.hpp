#pragma once
#include "features/audit/audit.hpp"
#include "features/contract/profile.hpp"
#include "features/device/edition_check.hpp"
#include "features/recovery/family_unit.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::recovery {

/// The PC from which a family's medium is made, and where it stands.
struct Master {
    std::string family = {};
    std::string model = {};
    DeviceId device = {};
    std::string number = {};
    std::string site = {};
    std::string place = {};
    std::string note = {};
    int version = 1; ///< 1 while none is named
};

std::vector<Master> masters_of(db::Reader&, const ContractId&, LocalDay);
/// Names the master PC over the version that somebody saw.
Result<void> put_master(db::Tx&, const audit::Cause&, const ContractId&, Master, int seen, LocalDay today);

/// Every unit of the classes for which the contract has media, as it stands on a day.
std::vector<FamilyUnit> units_of(db::Reader&, const contract::Profile&, LocalDay);

/// When and by whom an edition was applied to a unit.
struct Application {
    LocalDay on = {};
    std::string person = {};
};
std::map<DeviceId, Application> applications_of(db::Reader&, const ContractId&, const EditionId&);

/// Records that units were set up from an edition of this name: each unit's own record says so (REC-06), and where the
/// contract has such an edition its ledger does too.
Result<void> apply(db::Tx&, const contract::Profile&, const audit::Cause&, std::span<const DeviceId>,
    const std::string& name, const Application&);

/// Refuses an edition, naming `field`, that is none of the unit's choices (`check_choice`). A contract without recovery
/// media takes any text.
Result<void> check_edition(db::Reader&, const contract::Profile&, const DeviceId&, const std::string& name,
    std::string_view field, LocalDay today);

/// The same for the units of a list, of which the register's row is known: one query for all of them.
device::EditionCheck edition_check(db::Reader&, const contract::Profile&);

/// The editions from which a unit can have been set up.
Result<std::vector<std::string>> choices_of(db::Reader&, const contract::Profile&, const DeviceId&, LocalDay today);

}
