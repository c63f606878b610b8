#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/contract/equipment_terms.hpp"
#include "features/device/placement.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::repair {

using RepairId = Id<struct RepairTag>;
using StepId = Id<struct RepairStepTag>;

/// How far a failed unit has come on its way back to the spares (SPR-05).
enum class State { failed, carried_back, tested, at_maker, returned, erased, rebuilt, spare, handed_over, disposed };

constexpr auto names_of(const State*)
{
    return std::to_array<Name<State>>({
        {State::failed, "failed"},
        {State::carried_back, "carried_back"},
        {State::tested, "tested"},
        {State::at_maker, "at_maker"},
        {State::returned, "returned"},
        {State::erased, "erased"},
        {State::rebuilt, "rebuilt"},
        {State::spare, "spare"},
        {State::handed_over, "handed_over"},
        {State::disposed, "disposed"},
    });
}

/// A spare again, handed over to the city, or disposed of: nothing follows.
bool is_closed(State);

/// One step of the chain.
enum class Act {
    failed,
    carried_back,
    tested,
    sent_to_maker,
    returned,
    erased,
    rebuilt,
    settings_made,
    made_spare,
    handed_over,
    disposed
};

constexpr auto names_of(const Act*)
{
    return std::to_array<Name<Act>>({
        {Act::failed, "failed"},
        {Act::carried_back, "carried_back"},
        {Act::tested, "tested"},
        {Act::sent_to_maker, "sent_to_maker"},
        {Act::returned, "returned"},
        {Act::erased, "erased"},
        {Act::rebuilt, "rebuilt"},
        {Act::settings_made, "settings_made"},
        {Act::made_spare, "made_spare"},
        {Act::handed_over, "handed_over"},
        {Act::disposed, "disposed"},
    });
}

/// What the reproduction test (再現試験) showed, or that none was needed (SPR-04).
enum class Finding { reproduced, not_reproduced, not_needed };

constexpr auto names_of(const Finding*)
{
    return std::to_array<Name<Finding>>({
        {Finding::reproduced, "reproduced"},
        {Finding::not_reproduced, "not_reproduced"},
        {Finding::not_needed, "not_needed"},
    });
}

/// The way of one failed unit. `spare` took its place where it stood.
struct Repair {
    RepairId id = {};
    ContractId contract_id = {};
    std::string number = {};
    DeviceId device = {};
    std::optional<DeviceId> spare = {};
    std::optional<WorkRequestId> request = {};
    State state = State::failed;
    LocalDay failed_on = {};
    std::string symptom = {};
    std::optional<LocalDay> warranty_until = {}; ///< the maker's; none: nobody has said yet
    std::optional<Finding> finding = {};
    std::optional<LocalDay> erased_on = {};
    std::optional<LocalDay> settings_on = {}; ///< further settings of the spare (SPR-11)
    LocalDay last_on = {}; ///< of the latest step
    std::string entered_by = {};
    Instant entered_at = {};
    int version = 1;
};

/// A step as it was done. `detail` is the method of erasure, the edition of the medium, the number of the shipment, the
/// manual of the settings; `attendee` who of the city attended (SPR-06).
struct Step {
    StepId id = {};
    Act act = Act::failed;
    LocalDay on = {};
    std::string person = {}; ///< who did it; handed over: who of the city took it
    std::string place = {}; ///< carried back: where it is; sent: to which maker
    std::optional<Finding> finding = {};
    std::string detail = {};
    std::string attendee = {};
    std::string reason = {}; ///< why no test was needed, nobody attended, it is disposed of
    std::optional<AttachmentId> certificate = {}; ///< of the erasure, a file of the repair (SPR-07)
    std::string entered_by = {};
    Instant entered_at = {};
};

/// Whether the maker's warranty lasted on the day of the failure; none: nobody has said how long it lasts (SPR-09).
std::optional<bool> in_warranty(const Repair&);

/// Whether the spare that took the place still needs its settings before the repair can be closed (SPR-11).
bool waits_for_settings(const Repair&, const contract::RepairRule&);

/// Settles and checks what is entered about a failure.
Result<Repair> open(Repair, LocalDay today);

/// What can follow now, whoever does it.
std::vector<Act> possible_acts(const Repair&, const contract::RepairRule&);

/// The repair after a step. Refuses what does not follow from its state, days before the step before it and days to
/// come; the maker outside of the warranty, the city within it (SPR-09, SPR-10); an erasure that nobody of the city
/// attended without a reason (SPR-06), and one without its certificate where the contract wants it (SPR-07).
Result<Repair> carry_out(Repair, Step&, const contract::RepairRule&, LocalDay today);

/// What the unit is in the register after a step; none: it stays where it is.
std::optional<device::Use> use_after(Act);

}
