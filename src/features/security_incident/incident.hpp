#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"
#include "features/audit/audit.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::security_incident {

/// What happened, as far as is known at the first moment.
enum class Kind { loss, theft, damage, leak, virus, unauthorised, other };

constexpr auto names_of(const Kind*)
{
    return std::to_array<Name<Kind>>({
        {Kind::loss, "loss"},
        {Kind::theft, "theft"},
        {Kind::damage, "damage"},
        {Kind::leak, "leak"},
        {Kind::virus, "virus"},
        {Kind::unauthorised, "unauthorised"},
        {Kind::other, "other"},
    });
}

/// Where an incident stands. What the city itself notices is known to it, so it begins as `reported`.
enum class State { noticed, reported, closed };

constexpr auto names_of(const State*)
{
    return std::to_array<Name<State>>(
        {{State::noticed, "noticed"}, {State::reported, "reported"}, {State::closed, "closed"}});
}

/// What is told when an incident is taken in (SEC-07).
struct Intake {
    Kind kind = Kind::other;
    std::string title = {};
    std::string what = {};
    Instant noticed_at = {};
    std::string place = {};
    std::string assets = {}; ///< information assets that are touched
    audit::Subject subject = {}; ///< the row it began with (`medium`, `loan`); empty: none
};

/// That the city was told: when, who, and how.
struct FirstReport {
    Instant at = {};
    std::string told_to = {};
    std::string how = {};
    std::string by = {};

    bool operator==(const FirstReport&) const = default;
};

/// A security incident: not an equipment incident, and not counted as one.
struct Incident {
    SecurityIncidentId id = {};
    ContractId contract_id = {};
    std::string number = {};
    Intake intake;
    State state = State::noticed;
    Side side = Side::contractor; ///< of who took it in
    std::string entered_by = {};
    Instant entered_at = {};
    std::optional<FirstReport> first_report = {};
    std::optional<Instant> closed_at = {};
    std::string closed_by = {};
    std::string closing = {}; ///< what the city concluded
    int version = 1;
};

enum class EntryKind { course, measure };

constexpr auto names_of(const EntryKind*)
{
    return std::to_array<Name<EntryKind>>({{EntryKind::course, "course"}, {EntryKind::measure, "measure"}});
}

using EntryId = Id<struct SecurityIncidentEntryTag>;

/// What happened since, or what was done against it.
struct CourseEntry {
    EntryId id = {};
    EntryKind kind = EntryKind::course;
    Instant at = {};
    std::string text = {};
    std::string entered_by = {};
    Instant entered_at = {};
};

/// Settles the texts of an intake and refuses what is missing and moments that have not come.
Result<void> take_intake(Intake&, Instant now);

/// noticed → reported. The city is told once; a wrong moment is refused.
Result<Incident> report_first(Incident, FirstReport, Instant now);

/// Course and measures are added until the incident is closed.
Result<void> check_entry(const Incident&, CourseEntry&, Instant now);

/// What the city still misses before it can close: nothing when it may.
std::vector<Text> missing_for_closing(const Incident&, int measures);

struct Closing {
    Side side = {};
    std::string by = {};
    std::string conclusion = {};
    Instant at = {};
};

/// reported → closed, by the city only.
Result<Incident> close(Incident, Closing, int measures);
/// closed → reported, by the city only, with a reason.
Result<Incident> reopen(Incident, Side, const std::string& reason);

/// What somebody may do with this incident now.
enum class Action { change, report_first, add_entry, close, reopen };

constexpr auto names_of(const Action*)
{
    return std::to_array<Name<Action>>({
        {Action::change, "change"},
        {Action::report_first, "report_first"},
        {Action::add_entry, "add_entry"},
        {Action::close, "close"},
        {Action::reopen, "reopen"},
    });
}

std::vector<Action> actions(const Incident&, const Actor&);

}
