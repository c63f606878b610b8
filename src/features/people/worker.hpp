#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/contract/gate_terms.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::people {

using contract::StaffDuty;

/// What the roster says about a worker (PPL-02, PPL-10): the facts of one entry.
struct Entry {
    std::string name;
    std::string kana;
    std::string company; ///< the affiliation
    bool subcontractor = false; ///< the company is a subcontractor (SUB-05, SUB-06)
    std::vector<StaffDuty> duties; ///< named duties; empty for a worker without one
    std::string work; ///< what the worker does
    std::string assets; ///< information assets handled
    std::string contact; ///< personal: only for those who need it

    bool operator==(const Entry&) const = default;
};

/// What happens to the roster.
enum class ChangeKind { entry, change, leaving };

constexpr auto names_of(const ChangeKind*)
{
    return std::to_array<Name<ChangeKind>>(
        {{ChangeKind::entry, "entry"}, {ChangeKind::change, "change"}, {ChangeKind::leaving, "leaving"}});
}

/// What became of an announced change. `recorded`: the contract wants nobody told.
enum class Standing { recorded, announced, settled, refused, withdrawn };

constexpr auto names_of(const Standing*)
{
    return std::to_array<Name<Standing>>({
        {Standing::recorded, "recorded"},
        {Standing::announced, "announced"},
        {Standing::settled, "settled"},
        {Standing::refused, "refused"},
        {Standing::withdrawn, "withdrawn"},
    });
}

/// One announced change of the roster, in effect from a day on. Never altered afterwards but in its standing.
struct RosterChange {
    RosterChangeId id;
    int sequence = 1; ///< among the changes of the worker
    ChangeKind kind = ChangeKind::entry;
    LocalDay takes_effect_on;
    Entry entry = {}; ///< as it is from that day on; of a leaving: as it was
    std::string reason = {};
    bool emergency = false; ///< told too late on purpose, with a reason (PPL-10)
    std::string city_request = {}; ///< when and by whom the city asked for it (AUT-21)
    std::optional<LocalDay> reported_on = {}; ///< the day on which it reached the city on paper
    bool needs_grant = false; ///< without the other side's consent it does not take effect
    Standing standing = Standing::recorded;
    std::string approval_number = {};
    Instant announced_at = {};
    PersonId announced_by = {};
    std::string announced_by_name = {};
    std::optional<Instant> settled_at = {};
};

/// Whether the change takes effect on its day.
bool counts(const RosterChange&);

enum class TrainingResult { completed, not_completed };

constexpr auto names_of(const TrainingResult*)
{
    return std::to_array<Name<TrainingResult>>(
        {{TrainingResult::completed, "completed"}, {TrainingResult::not_completed, "not_completed"}});
}

/// A training about the protection of information (PPL-12).
struct Training {
    TrainingId id;
    std::string subject;
    LocalDay held_on;
    TrainingResult result = TrainingResult::completed;
    std::string note = {};
    std::string recorded_by = {};
};

/// Somebody who is or was on the roster, with everything that was ever announced.
struct Worker {
    WorkerId id;
    ContractId contract_id;
    std::optional<PersonId> person = {}; ///< the account, if there is one
    std::optional<LocalDay> pledged_on = {};
    int version = 1;
    std::vector<RosterChange> changes = {}; ///< in the order of their sequence
    std::vector<Training> trainings = {};
};

/// The change whose entry holds on this day; null when the worker is not on the roster then.
const RosterChange* in_force_on(const Worker&, LocalDay);
/// The latest change of those that count, in the order of their effect; null when none does.
const RosterChange* latest(const Worker&);
/// The facts to show for a worker on a day: those in force, else those coming, else the last known.
const RosterChange& shown_on(const Worker&, LocalDay);

/// The span [from, to) of the stay that holds on this day, or begins next, or ended last.
struct Stay {
    LocalDay from;
    std::optional<LocalDay> to;

    bool operator==(const Stay&) const = default;
};
std::optional<Stay> stay_on(const Worker&, LocalDay);

/// Where a worker stands on a day. `waiting`: an entry that needs the city's consent and has none yet.
enum class Presence { in_force, announced, waiting, left, void_entry };

constexpr auto names_of(const Presence*)
{
    return std::to_array<Name<Presence>>({
        {Presence::in_force, "in_force"},
        {Presence::announced, "announced"},
        {Presence::waiting, "waiting"},
        {Presence::left, "left"},
        {Presence::void_entry, "void_entry"},
    });
}

Presence presence_on(const Worker&, LocalDay);

bool holds(const Entry&, StaffDuty);
/// Which of these duties nobody on the roster has on this day (PPL-08).
std::vector<StaffDuty> missing_duties(std::span<const Worker>, std::span<const StaffDuty>, LocalDay);

}
