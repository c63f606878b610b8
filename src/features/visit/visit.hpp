#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "features/contract/profile.hpp"
#include "features/incident/incident.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::visit {

enum class VisitState { planned, on_site, done, called_off };

constexpr auto names_of(const VisitState*)
{
    return std::to_array<Name<VisitState>>({
        {VisitState::planned, "planned"},
        {VisitState::on_site, "on_site"},
        {VisitState::done, "done"},
        {VisitState::called_off, "called_off"},
    });
}

/// Somebody who goes, and how long he worked there; time on other tasks is left out (INC-20, A-13).
struct Visitor {
    std::optional<WorkerId> worker = {}; ///< none: somebody who is not on the roster
    std::string name = {}; ///< of a worker: as the roster has it on that day
    std::optional<int> minutes = {};

    bool operator==(const Visitor&) const = default;
};

/// A visit as it is announced (VIS-05, INC-07).
struct Plan {
    SiteId site = {};
    std::optional<incident::IncidentId> incident = {}; ///< its cause; a request or none instead
    std::optional<WorkRequestId> request = {};
    std::string request_number = {};
    std::string purpose = {};
    Instant from = {};
    Instant until = {};
    std::string told = {}; ///< who of the site knows when; empty: nobody yet
    std::vector<Visitor> workers = {};

    bool operator==(const Plan&) const = default;
};

/// What happened when. Work on site begins at the arrival while nobody entered `started`.
struct Times {
    std::optional<Instant> arrived = {};
    std::optional<Instant> started = {};
    std::optional<Instant> departed = {};

    bool operator==(const Times&) const = default;
};

struct Visit {
    VisitId id = {};
    ContractId contract_id = {};
    Plan plan = {};
    Times times = {};
    std::string unticked_reason = {}; ///< why it began although something on the checklist was open
    std::string result = {}; ///< what was done
    std::string called_off = {}; ///< why; empty: it was not
    std::string entered_by = {};
    Instant entered_at = {};
    int version = 1;

    bool operator==(const Visit&) const = default;
};

VisitState state_of(const Visit&);

/// How long the visit lasted; none before its end.
std::optional<int> stay_minutes(const Times&);

/// A plan as it is stored: texts settled, times to the minute. Refuses, naming the field, a site that is not the
/// contract's or closed on that day, a day outside of the contract, an end that is not after the beginning or more than
/// a day later, two causes, nobody who goes and somebody named twice.
Result<Plan> settled(const contract::Profile&, Plan);

/// Who this is among the people of all visits: nobody is on two at once.
std::string person_key(const Visitor&);

/// The visit announced anew; its site and cause stay. Refuses (`visit/not_planned`) one that began or was called off.
Result<Visit> announced(Visit, Plan);

/// The visit after its arrival, start of work or departure. Refuses what does not follow, times to come and times out
/// of order, naming `arrived_at`, `started_at` or `departed_at`.
Result<Visit> arrived(const contract::Profile&, Visit, Instant at, Instant now);
Result<Visit> started(const contract::Profile&, Visit, Instant at, Instant now);
Result<Visit> departed(const contract::Profile&, Visit, Instant at, Instant now);

/// What is entered of a visit that was made, as a whole.
struct Record {
    Times times = {};
    std::vector<Visitor> workers = {};
    std::string result = {};
};

/// The visit with this record. A reason is needed (`visit/no_reason`) to change what was recorded, none to fill in what
/// is missing. Refuses minutes beyond the stay (`visit/beyond_stay`), times as the acts do, and a visit called off.
Result<Visit> recorded(const contract::Profile&, Visit, Record, std::string& reason, Instant now);

/// Refuses a visit that began, and one without a reason.
Result<Visit> called_off(Visit, std::string reason);

}
