#pragma once
#include "core/calendar.hpp"
#include "features/contract/profile.hpp"
#include "features/security_incident/filter.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::security_incident {

/// Takes an incident in: numbers it, records `security_incident.opened` and, unless the city itself noticed it, starts
/// the clock of the first report; of damage that of the report in writing, whoever noticed it. For every room in which
/// something is lost, damaged or infected (MED-03, LND-01).
Result<Incident> open(
    db::Tx&, const contract::Profile&, const WorkingCalendar&, const audit::Cause&, const SecurityIncidentId&, Intake);

/// The security incident about this row that is not closed yet, the latest first.
std::optional<Incident> open_incident_of(db::Reader&, const ContractId&, const audit::Subject&);

/// `open`, unless one about the same row stands open already; that one then.
Result<Incident> open_once(
    db::Tx&, const contract::Profile&, const WorkingCalendar&, const audit::Cause&, const SecurityIncidentId&, Intake);

/// The incident, or a not_found error with the text for people.
Result<Incident> get(db::Reader&, const ContractId&, const SecurityIncidentId&);
/// `get`, and refuse when the caller saw another version (412).
Result<Incident> get_version(db::Reader&, const ContractId&, const SecurityIncidentId&, int version);

/// What happened to an incident, for the contract's event chain.
struct Happening {
    std::string_view kind; ///< `security_incident.closed`
    std::string reason = {};
};

/// Replaces the row, records the difference and stops the clock of the report once the city was told (`told_at`).
Incident update(db::Tx&, const audit::Cause&, const Happening&, const Incident& before, Incident after);

/// `update` with what is told corrected and the reason; another moment of notice sets the clock of the report anew.
Result<Incident> correct(db::Tx&, const contract::Profile&, const WorkingCalendar&, const audit::Cause&,
    const std::string& reason, const Incident& before, Intake);

/// Adds to the course and records it.
void add_entry(db::Tx&, const audit::Cause&, const Incident&, const CourseEntry&);
std::vector<CourseEntry> entries_of(db::Reader&, const ContractId&, const SecurityIncidentId&);
int count_measures(db::Reader&, const ContractId&, const SecurityIncidentId&);

struct ListPage {
    std::vector<Incident> incidents;
    std::string next; ///< cursor of the next page; empty at the end
};

/// The latest noticed first; `cursor` is empty or the `next` of a page.
ListPage list(db::Reader&, const ContractId&, const Filter&, const std::string& cursor, int limit);

}
