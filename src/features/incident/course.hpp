#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "features/incident/timeline.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::incident {

using EntryId = Id<struct IncidentEntryTag>;

/// What happened in an incident (INC-19). Its course is the list of these; the clocks are read from it alone.
enum class Act {
    reported, ///< somebody on site reported it; the city has not looked yet
    handed_over, ///< the city's first triage is over and it instructs the contractor (INC-01)
    filtered, ///< the city found that the equipment is not at fault (INC-01)
    contacted, ///< the contractor spoke with the site contact and went over the facts again (INC-04)
    visit_decided, ///< work on site is found necessary (A-10)
    arrived,
    started, ///< work on site begins
    departed,
    waits, ///< it cannot go on; somebody of the city agreed that this does not count
    goes_on,
    agreed, ///< both sides set a level aside (SLA-05)
    restored,
    checked, ///< the user operated it and found it in order (INC-05)
    closed,
    reopened,
    noted, ///< a note to a closed incident, where what was reported to the city cannot be changed any more
};

constexpr auto names_of(const Act*)
{
    return std::to_array<Name<Act>>({
        {Act::reported, "reported"},
        {Act::handed_over, "handed_over"},
        {Act::filtered, "filtered"},
        {Act::contacted, "contacted"},
        {Act::visit_decided, "visit_decided"},
        {Act::arrived, "arrived"},
        {Act::started, "started"},
        {Act::departed, "departed"},
        {Act::waits, "waits"},
        {Act::goes_on, "goes_on"},
        {Act::agreed, "agreed"},
        {Act::restored, "restored"},
        {Act::checked, "checked"},
        {Act::closed, "closed"},
        {Act::reopened, "reopened"},
        {Act::noted, "noted"},
    });
}

/// One entry of the course. It is never changed: a wrong one is taken back with a reason, and a right one entered.
struct Entry {
    EntryId id = {};
    Act act = Act::reported;
    Instant at = {}; ///< when it happened
    std::string person = {}; ///< who did it
    std::string city_person = {}; ///< who of the city or the site agreed, took the call, checked
    std::string text = {}; ///< what was found, said or done; of a wait: why
    std::optional<Instant> appointment = {}; ///< agreed: when work on site begins instead
    std::optional<Instant> finished_at = {}; ///< agreed: when the work was expected to end
    std::string entered_by = {};
    Instant entered_at = {};
    std::string taken_back = {}; ///< why it does not hold; empty: it holds
    std::optional<VisitId> visit = {}; ///< whose time this is; such an entry follows the visit

    bool operator==(const Entry&) const = default;
};

/// How far an incident has come; read from its course.
enum class State { reported, handed_over, contacted, on_site, restored, checked, closed, filtered };

constexpr auto names_of(const State*)
{
    return std::to_array<Name<State>>({
        {State::reported, "reported"},
        {State::handed_over, "handed_over"},
        {State::contacted, "contacted"},
        {State::on_site, "on_site"},
        {State::restored, "restored"},
        {State::checked, "checked"},
        {State::closed, "closed"},
        {State::filtered, "filtered"},
    });
}

/// Who is waited for.
enum class Turn { city, contractor, user, nobody };

constexpr auto names_of(const Turn*)
{
    return std::to_array<Name<Turn>>({
        {Turn::city, "city"},
        {Turn::contractor, "contractor"},
        {Turn::user, "user"},
        {Turn::nobody, "nobody"},
    });
}

/// A stay on site. Open while `departed` is empty.
struct Stay {
    Instant arrived = {};
    std::optional<Instant> departed = {};

    bool operator==(const Stay&) const = default;
};

/// The entries that hold, in the order in which they happened; those of one moment as they were entered.
std::vector<Entry> holding(std::vector<Entry>);

/// What the course says; the entries are those of holding().
State state_of(const std::vector<Entry>&);
Timeline timeline_of(const std::vector<Entry>&);
/// The city looks first (INC-01) and is waited for where it agreed to a wait; the user checks what was restored
/// (INC-05); all else is the contractor's to do, to the closing.
Turn turn_of(State, const Timeline&);
std::vector<Stay> stays_of(const std::vector<Entry>&);

/// What can be entered next, whoever does it.
std::vector<Act> possible_acts(const std::vector<Entry>&);

/// The entries with one more at its moment, which may lie before others that were entered earlier. Refuses what does
/// not follow from those before it, what those after it would not follow from, a moment to come, and an entry that
/// leaves out what it needs, naming the field.
Result<std::vector<Entry>> with(std::vector<Entry> entries, Entry, Instant now);

/// The entries without one that was wrong. Refused while later ones build on it (`incident/builds_on`).
Result<std::vector<Entry>> without(std::vector<Entry> entries, const EntryId&, std::string& reason);

/// Whether such an entry is a time of a visit: arrival, start of work, departure. They are entered with the visit.
bool is_of_visit(Act);

/// What differs when a visit has other times.
struct StayChange {
    std::vector<Entry> wrong = {}; ///< to be taken back
    std::vector<Entry> right = {}; ///< to be entered
    std::vector<Entry> holding = {}; ///< the course then

    bool nothing() const { return wrong.empty() && right.empty(); }
};

/// The course with these entries (arrived, started, departed, each at most once) in the place of those that the visit
/// has in it. From the first that differs on, all are entered anew. Refuses a stay that does not follow from the course
/// or from which later entries would not follow, naming `arrived_at`, `started_at` or `departed_at`.
Result<StayChange> change_stay(const std::vector<Entry>& entries, const VisitId&, const std::vector<Entry>& stay);

}
