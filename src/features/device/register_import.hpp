#pragma once
#include "core/role.hpp"
#include "core/sheet_plan.hpp"
#include "features/contract/profile.hpp"
#include "features/device/edition_check.hpp"
#include "features/device/ledger.hpp"
#include "features/device/listed_facts.hpp"
#include "features/device/movement.hpp"
#include "features/device/site_names.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::device {

/// The register as it is when a list comes in.
struct RegisterState {
    std::vector<Unit> units; ///< as of the reference day
    std::map<DeviceId, Course> courses; ///< of every unit that ever stood somewhere
    std::map<std::string, LocalDay> elsewhere = {}; ///< numbers that come into the register after the reference day
    std::vector<SiteAlias> aliases = {};
    std::map<DeviceId, std::string> serials_taken = {}; ///< of retired units: the unit that has the serial number now
    std::map<DeviceId, KnownFacts> facts = {}; ///< of every unit of which something was entered
    std::map<SiteId, SiteRange> ranges = {}; ///< of the sites that have one
};

/// Which of the two holds for a unit that changed after the list had left us.
enum class Holds { the_register, the_list };

constexpr auto names_of(const Holds*)
{
    return std::to_array<Name<Holds>>({{Holds::the_register, "register"}, {Holds::the_list, "list"}});
}

/// What holds for a whole list.
struct ImportTerms {
    const contract::Profile& profile;
    LocalDay on = {}; ///< the reference day: what the list states stood so on that day
    Cause cause = Cause::correction; ///< of the moves that it tells of
    LocalDay today = {};
    std::map<DeviceId, Holds> conflicts = {}; ///< what somebody chose of units that changed after the list had left us
    std::map<DeviceId, Use> left_out = {}; ///< what somebody chose to become of units that the list leaves out
    Side side = Side::city; ///< of who brings the list: the contractor changes nothing that the city keeps (A-35)
    EditionCheck check_edition = {}; ///< none: any text is an edition
};

/// What is stored of a row.
struct EnteredUnit {
    contract::Device device; ///< as the row states it; the id is empty for a new unit
    std::optional<Unit> before; ///< as it stood; none for a new unit
    bool described = false; ///< the device itself differs, not only where it stands
    std::optional<Move> move; ///< of a unit that comes to another spot, and of a new one
    ListedFacts facts_before = {};
    ListedFacts facts = {}; ///< as the row states them
    LocalDay facts_on = {}; ///< from when the unit has its address

    /// Whether more is known of the unit than before, beside its address.
    bool detailed() const { return detail_with({}, facts) != detail_with({}, facts_before); }
    /// Whether other parts are attached to it.
    bool parted() const { return facts.parts != facts_before.parts; }
    /// Whether it has another address; what is retired loses its own without being told.
    bool addressed() const
    {
        const bool retires = move && move->to.use == Use::retired;
        return !retires && facts.address != facts_before.address;
    }

    /// Whether a unit that was only counted becomes one that somebody knows.
    bool takes_placeholder() const
    {
        return before && before->device.known == contract::DeviceKnown::count &&
            device.known == contract::DeviceKnown::unit;
    }
};

using LedgerRow = sheet::ImportedRow<LedgerColumn>;
using LedgerProblem = sheet::CellProblem<LedgerColumn>;

/// A unit that moved or was described otherwise after the list had left us, which says something else (LOC-05): nothing
/// is overwritten unless somebody chooses.
struct ChangedMeanwhile {
    DeviceId unit = {};
    std::string number = {};
    int row = 0;
    std::string cell = {};
    std::string listed = {}; ///< what the list says, in words
    std::string present = {}; ///< what the register says, in words
    std::optional<LocalDay> since = {}; ///< when it came to its spot; none: it stands where the list says
    std::optional<Holds> chosen = {};
};

/// A unit of the register that the list does not name.
struct LeftOut {
    const Unit* unit = nullptr; ///< of the state that the plan was made from
    std::optional<Use> chosen = {};
};

struct RegisterPlan : sheet::ImportPlan<LedgerColumn, EnteredUnit> {
    std::vector<ChangedMeanwhile> conflicts = {};
    std::vector<LeftOut> left_out = {}; ///< retired ones are not listed
};
using PlannedUnit = sheet::PlannedRow<LedgerColumn, EnteredUnit>;

/// Compares a list with the register of the reference day (LOC-02). A row is a unit's by its row id, else by its device
/// id. A unit that the register does not know yet takes the row of one that a specification only counts, when class,
/// model and division are the same: first one at its site, then one of which nobody has said where it is, then any
/// other; so the totals of the contract stay. Units that the list leaves out stay as they are unless the terms choose
/// what becomes of them: those are rows at the end of the plan. Nothing is guessed: what is unclear is refused in its
/// row, with what to do.
RegisterPlan plan_import(const ImportTerms&, const RegisterState&, const std::vector<LedgerRow>&);

/// A name of a site that the list uses and nobody knows.
struct UnknownSite {
    std::string name; ///< as written first
    std::string cell; ///< where that is
    int rows = 0;
    std::vector<const contract::Site*> nearest; ///< of the profile of the terms
};

/// Each unknown name once, in the order of the list.
std::vector<UnknownSite> unknown_sites(const ImportTerms&, const RegisterState&, const std::vector<LedgerRow>&);

}
