#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"
#include "features/audit/audit.hpp"
#include "features/security_incident/harm.hpp"
#include "features/security_incident/remedy.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::security_incident {

/// What happened, as far as is known at the first moment. Each category has its own kinds (`fits`).
enum class Kind {
    loss,
    theft,
    damage, ///< of a medium or loan: a security incident
    leak,
    virus,
    unauthorised,
    injury,
    traffic,
    disruption, ///< the city's work stood still
    building,
    equipment,
    belongings,
    other
};

constexpr auto names_of(const Kind*)
{
    return std::to_array<Name<Kind>>({
        {Kind::loss, "loss"},
        {Kind::theft, "theft"},
        {Kind::damage, "damage"},
        {Kind::leak, "leak"},
        {Kind::virus, "virus"},
        {Kind::unauthorised, "unauthorised"},
        {Kind::injury, "injury"},
        {Kind::traffic, "traffic"},
        {Kind::disruption, "disruption"},
        {Kind::building, "building"},
        {Kind::equipment, "equipment"},
        {Kind::belongings, "belongings"},
        {Kind::other, "other"},
    });
}

/// Whether records of this category are of this kind; `other` fits all.
bool fits(Category, Kind);

/// Where an incident stands. What the city itself notices is known to it, so it begins as `reported`.
enum class State { noticed, reported, closed };

constexpr auto names_of(const State*)
{
    return std::to_array<Name<State>>(
        {{State::noticed, "noticed"}, {State::reported, "reported"}, {State::closed, "closed"}});
}

/// What is told when an incident is taken in (SEC-07, LAW-02, LAW-05).
struct Intake {
    Kind kind = Kind::other;
    std::string title = {};
    std::string what = {};
    Instant noticed_at = {};
    std::string place = {};
    std::string assets = {}; ///< information assets that are touched
    audit::Subject subject = {}; ///< the row it began with (`medium`, `loan`, `visit`, `incident`); empty: none
    Category category = Category::security;
    Harm harm = {};
};

/// That the city was told: when, who, and how.
struct FirstReport {
    Instant at = {};
    std::string told_to = {};
    std::string how = {};
    std::string by = {};

    bool operator==(const FirstReport&) const = default;
};

/// By when the city is told, and by which clause.
struct ReportTerm {
    Instant due_at = {};
    bool guide = true; ///< the contract states no figure: late is shown, but breaks nothing
    std::string clause = {};

    bool operator==(const ReportTerm&) const = default;
};

/// A security incident, an accident or damage: not an equipment incident, and not counted as one.
struct Incident {
    SecurityIncidentId id = {};
    ContractId contract_id = {};
    std::string number = {};
    Intake intake;
    State state = State::noticed;
    Side side = Side::contractor; ///< of who took it in
    std::string entered_by = {};
    Instant entered_at = {};
    std::optional<ReportTerm> term = {}; ///< none: no clock runs
    std::optional<FirstReport> first_report = {};
    std::optional<WrittenReport> written = {}; ///< only of damage, as the next two
    std::optional<Restoration> restoration = {};
    std::optional<Ruling> ruling = {};
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

/// When the city was told as its category asks for: of damage in writing (LAW-02), of everything else first.
std::optional<Instant> told_at(const Incident&);
/// Told after its term, or not told although it has passed.
bool is_late(const Incident&, Instant now);

/// Settles the texts of an intake and refuses what is missing, a kind of another category and moments that have not
/// come.
Result<void> take_intake(Intake&, Instant now);

/// What is told of an open incident, written anew: its category and the row it began with stay, and nobody was told
/// before it was noticed.
Result<Intake> corrected(const Incident&, Intake told, Instant now);

/// noticed → reported. The city is told once; a wrong moment is refused.
Result<Incident> report_first(Incident, FirstReport, Instant now);

/// Course and measures are added until the incident is closed.
Result<void> check_entry(const Incident&, CourseEntry&, Instant now);

/// What the city still misses before it can close: nothing when it may. `measures` counts the recorded ones; the first
/// measures of an accident or damage are one, too.
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
enum class Action { change, report_first, report_in_writing, restore, rule, add_entry, close, reopen };

constexpr auto names_of(const Action*)
{
    return std::to_array<Name<Action>>({
        {Action::change, "change"},
        {Action::report_first, "report_first"},
        {Action::report_in_writing, "report_in_writing"},
        {Action::restore, "restore"},
        {Action::rule, "rule"},
        {Action::add_entry, "add_entry"},
        {Action::close, "close"},
        {Action::reopen, "reopen"},
    });
}

std::vector<Action> actions(const Incident&, const Actor&);

}
