#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/contract/incident_branch.hpp"
#include "features/incident/course.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::incident {

using StepEntryId = Id<struct IncidentStepTag>;

/// What was entered about the way to the end: the branch was chosen, or a step of it was taken.
enum class StepAct { chosen, done, not_needed, yes, no };

constexpr auto names_of(const StepAct*)
{
    return std::to_array<Name<StepAct>>({
        {StepAct::chosen, "chosen"},
        {StepAct::done, "done"},
        {StepAct::not_needed, "not_needed"},
        {StepAct::yes, "yes"},
        {StepAct::no, "no"},
    });
}

/// One entry of the flow. It is never changed: a wrong one is taken back with a reason.
struct StepEntry {
    StepEntryId id = {};
    StepAct act = StepAct::done;
    std::string branch = {}; ///< chosen: this one; otherwise the one the incident was in
    std::string step = {}; ///< of the branch; chosen: empty
    Instant at = {}; ///< when it was done
    std::string person = {}; ///< who did it
    std::string city_person = {}; ///< who of the city or the site decided, took it over, was told
    std::string text = {}; ///< what was done or found; not needed, chosen: why
    std::optional<DeviceId> failed = {}; ///< of an exchange: the unit that was taken away
    std::optional<DeviceId> spare = {}; ///< and the one in its place
    std::string failed_number = {}; ///< as the register calls them; empty where there is no exchange
    std::string spare_number = {};
    std::string movement = {}; ///< the act of the register that was written with the exchange
    std::string entered_by = {};
    Instant entered_at = {};
    std::string taken_back = {}; ///< why it does not hold; empty: it holds

    bool operator==(const StepEntry&) const = default;
};

/// What a record shows about a step that nobody has to enter again.
struct Proof {
    Instant at = {};
    std::string person = {};
    std::string text = {};

    bool operator==(const Proof&) const = default;
};
using Proofs = std::map<contract::StepProof, Proof>;

/// How a step stands: taken in one of four ways, open, waiting for an earlier one on which it depends, or off, because
/// that one came to something else.
enum class StepStanding { done, not_needed, yes, no, open, waits, off };

constexpr auto names_of(const StepStanding*)
{
    return std::to_array<Name<StepStanding>>({
        {StepStanding::done, "done"},
        {StepStanding::not_needed, "not_needed"},
        {StepStanding::yes, "yes"},
        {StepStanding::no, "no"},
        {StepStanding::open, "open"},
        {StepStanding::waits, "waits"},
        {StepStanding::off, "off"},
    });
}

/// A step of the branch of an incident as it stands.
struct FlowStep {
    const contract::BranchStep* step = nullptr; ///< of the profile
    StepStanding standing = StepStanding::open;
    std::optional<StepEntry> entry = {}; ///< that somebody made; none: open, or shown by a record
    std::optional<Proof> shown = {};

    bool taken() const;
};

/// The way of an incident to its end, read from its branch, its entries and the records (INC-07…18).
struct Flow {
    const contract::IncidentBranch* branch = nullptr; ///< of the profile; null: none is taken yet
    bool by_itself = false; ///< nobody chose it: it alone is for the class
    std::vector<FlowStep> steps = {}; ///< those for the unit's class and model

    /// The step of an id; null when the flow has none such.
    const FlowStep* find(std::string_view step) const;
    /// The first open step, which is the one the incident waits for; null when nothing is open.
    const FlowStep* next() const;
};

/// What a flow is read from.
struct FlowSource {
    std::string device_class = {}; ///< empty: nobody knows it yet
    std::string model = {};
    std::vector<StepEntry> entries = {}; ///< that hold, as they were entered
    Proofs proofs = {};
};

/// The entries that hold.
std::vector<StepEntry> holding(std::vector<StepEntry>);

/// The flow of an incident. The branches have to outlive it.
Flow flow_of(const std::vector<contract::IncidentBranch>&, const FlowSource&);

/// The mandatory steps that are open, in words.
std::vector<Text> missing_steps(const Flow&);

/// What can be entered about a step now, whoever does it: nothing about one that is taken, off or waiting, or that the
/// course of the incident shows. An exchange is `done` by the exchange itself.
std::vector<StepAct> possible_acts(const FlowStep&);

/// Settles the texts of an entry about a step. Refuses what possible_acts() does not name (`incident/no_step`,
/// `incident/step_taken`, `incident/step_off`, `incident/step_waits`, `incident/step_by_course`, `incident/step_act`,
/// `incident/step_mandatory`), moments to come or before the incident began, and what is left out: the reason, who of
/// the city decided, what stands for a record.
Result<void> check_step(const Flow&, StepEntry&, Instant begun, Instant now);

/// Settles the choice of a branch. Refuses one that the contract does not have or that is for other classes, the one
/// that is taken already, and a change without a reason.
Result<void> check_choice(const std::vector<contract::IncidentBranch>&, const Flow&, std::string_view device_class,
    std::string_view branch, std::string& reason);

/// The entry that is taken back. Refuses one that is not there or does not hold (`incident/no_step_entry`), the choice
/// of a branch, one on which a later step builds (`incident/step_builds_on`), and a blank reason.
Result<StepEntry> check_take_back(
    const Flow&, const std::vector<StepEntry>& entries, const StepEntryId&, std::string& reason);

}
