#pragma once
#include "features/audit/audit.hpp"
#include "features/device/movement.hpp"
#include "features/device/renewal.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <map>
#include <span>

namespace hoshuban::device {

/// The units that a generation concerns, as they stood on a day, with what the contract and people plan for them.
/// `only`: the sites beyond which nothing is seen.
Result<std::vector<RenewalUnit>> renewal_units(db::Reader&, const contract::Profile&, const contract::Generation&,
    LocalDay, const std::optional<std::vector<SiteId>>& only);

/// What people planned for one unit, by generation; the present plan of each is the last.
std::map<std::string, std::vector<RenewalPlan>> plans_of(db::Reader&, const ContractId&, const DeviceId&);

/// Changes whenever a unit is moved, renewed or planned anew: who saved what he saw saw what is there.
std::string renewal_stamp(db::Reader&, const ContractId&);

/// Plans units anew: what was planned stays in the history.
void put_plans(db::Tx&, const ContractId&, const audit::Cause&, const contract::Generation&,
    std::span<const RenewalUnit>, const PlanChange&, const std::string& act);

/// What one unit becomes.
struct UnitRenewal {
    RenewalUnit unit; ///< as it stands on the day
    UnitModel to = {}; ///< nothing where its class ends
    std::string serial = {}; ///< of the new machine
};

/// A unit that comes in another's place: one that is there, or a new one with this number.
struct Successor {
    std::optional<DeviceId> device = {};
    std::string number = {};
    bool takes_address = true;
};

/// The day, the reason and the order that renewals of one act share.
struct RenewalAct {
    LocalDay on = {};
    std::optional<WorkRequestId> request = {};
    std::string note = {};
};

/// Renews units on a day: each becomes its new model, is put in service where it was only planned, or is retired where
/// its class ends.
Result<void> renew(db::Tx&, const ContractId&, const audit::Cause&, std::span<const UnitRenewal>, const RenewalAct&,
    const std::function<std::string()>& new_id);

/// Another unit takes a unit's place and address; the old one retires. Refuses a successor that serves somewhere
/// already.
Result<void> replace_unit(db::Tx&, const ContractId&, const audit::Cause&, const UnitRenewal&, const Successor&,
    const RenewalAct&, const std::function<std::string()>& new_id);

}
