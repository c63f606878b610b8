#pragma once
#include "features/audit/audit.hpp"
#include "features/audit/fact_change.hpp"
#include "features/incident/incident.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::incident {

Result<Listed> get(db::Reader&, const ContractId&, const IncidentId&);
/// Refuses (`incident/changed`) when somebody else was first.
Result<Listed> get_version(db::Reader&, const ContractId&, const IncidentId&, int version);

/// An incident of a row of the query part `incident`; without the reasons of its misses.
Listed listed_incident(const db::Row&);

/// An open incident with every entry of its course, in the order in which they happened.
struct OpenCourse {
    Listed listed = {};
    std::vector<Entry> entries = {};
};
/// The next open incidents behind an id, at most so many, in the order of their ids; two queries.
std::vector<OpenCourse> open_courses(db::Reader&, const ContractId&, const IncidentId& after, int limit);

/// Every entry, also those that were taken back, in the order in which they happened.
std::vector<Entry> entries_of(db::Reader&, const ContractId&, const IncidentId&);
/// The same of many incidents, in one query for each 64 of them.
std::map<IncidentId, std::vector<Entry>> entries_of(db::Reader&, const ContractId&, std::span<const IncidentId>);

/// Enters an incident with its first entry. Refuses (`incident/case_number_taken`) a number that the city gave to
/// another.
Result<void> insert(db::Tx&, const audit::Cause&, const Incident&, const Entry&);

/// What an event is about, beside what differs in the incident.
struct Happening {
    std::string kind = {};
    audit::Facts more = {};
    std::string reason = {};
};

/// Stores an incident in the version before with its event; the incident as it is then. `begun_at` is that of its first
/// entry that holds. Refuses a case number of another as insert() does.
Result<Incident> update(db::Tx&, const audit::Cause&, const Happening&, const Listed& before, Incident after);

void insert_entry(db::Tx&, const Incident&, const Entry&);
void take_back_entry(db::Tx&, const Incident&, const EntryId&, const std::string& reason);

/// What the visits of an incident still owe, as their room stored them.
OpenVisits open_visits(db::Reader&, const ContractId&, const IncidentId&);

struct ListFilter {
    std::string state = {}; ///< `open`: neither closed nor filtered out; empty: all
    std::string site = {};
    std::string device = {};
    std::string words = {};
    std::optional<std::vector<SiteId>> only = {}; ///< the sites that who asks sees; none: every one
};

struct ListPage {
    std::vector<Listed> incidents;
    std::string next; ///< cursor; empty at the end
};

/// The latest first.
Result<ListPage> list(db::Reader&, const ContractId&, const ListFilter&, std::string_view cursor, int limit);

/// What an event tells of an incident and of an entry.
audit::Facts facts_of(const Incident&);
audit::Facts facts_of(const Entry&);

}
