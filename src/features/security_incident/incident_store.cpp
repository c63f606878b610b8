#include "features/security_incident/incident_store.hpp"

#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/audit/facts.hpp"
#include "features/contract/number_store.hpp"
#include "features/due/due_store.hpp"
#include "features/security_incident/incident_facts.hpp"
#include "features/security_incident/incident_row_store.hpp"
#include "features/security_incident/sql.hpp"
#include "platform/db/filtered.hpp"

#include <fmt/format.h>

namespace hoshuban::security_incident {
namespace {

audit::Subject subject_of(const Incident& incident)
{
    return {"security_incident", incident.id.text};
}

std::string_view clock_of(Category category)
{
    switch (category) {
    case Category::security:
        return "security.report";
    case Category::accident:
        return "accident.report";
    case Category::damage:
        return "damage.report";
    }
    return {};
}

const std::optional<contract::FirstReportTerms>& terms_of(const contract::Profile& profile, Category category)
{
    switch (category) {
    case Category::security:
        return profile.security_incidents;
    case Category::accident:
        return profile.accidents;
    case Category::damage:
        break;
    }
    return profile.damages;
}

// What the city itself noticed needs no telling; damage is reported in writing all the same (LAW-02).
Result<std::optional<ReportTerm>> term_of(
    const contract::Profile& profile, const WorkingCalendar& calendar, const Incident& incident)
{
    const Category category = incident.intake.category;
    const auto& terms = terms_of(profile, category);
    if (!terms || (incident.side == Side::city && category != Category::damage))
        return std::nullopt;
    TRY_ASSIGN(
        const auto due, due_moment(terms->first_report_within, incident.intake.noticed_at, calendar, profile.period));
    return ReportTerm{due.at, terms->basis != contract::Basis::contract, terms->clause};
}

void start_clock(db::Tx& tx, const WorkingCalendar& calendar, const Incident& incident, const DueId& id)
{
    if (!incident.term || told_at(incident))
        return;
    due::start(tx, incident.contract_id, id,
        {.kind = std::string{clock_of(incident.intake.category)},
            .subject = subject_of(incident),
            .number = incident.number,
            .title = incident.intake.title,
            .side = Side::contractor,
            .starts_at = incident.intake.noticed_at,
            .due_at = incident.term->due_at,
            .guide = incident.term->guide},
        calendar);
}

}

Result<Incident> open(db::Tx& tx, const contract::Profile& profile, const WorkingCalendar& calendar,
    const audit::Cause& cause, const SecurityIncidentId& id, Intake intake)
{
    TRY(take_intake(intake, cause.now()));
    Incident incident{.id = id, .contract_id = profile.id, .intake = std::move(intake)};
    TRY_ASSIGN(incident.number, contract::numbered(tx, profile, "security_incident", day_of(cause.now())));
    incident.side = cause.actor().side(profile.id);
    incident.state = incident.side == Side::city ? State::reported : State::noticed;
    incident.entered_by = cause.actor().name;
    incident.entered_at = cause.now();
    TRY_ASSIGN(incident.term, term_of(profile, calendar, incident));
    insert(tx, incident);
    start_clock(tx, calendar, incident, DueId{incident.id.text});
    audit::Entry entry = audit::entry(cause, profile.id, "security_incident.opened", subject_of(incident));
    auto facts = facts_of(incident);
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    audit::put_change(entry, {}, facts);
    audit::record(tx, entry);
    return incident;
}

std::optional<Incident> open_incident_of(db::Reader& reader, const ContractId& contract, const audit::Subject& subject)
{
    return reader.query(sql::find_open_incident_of, contract, subject.kind, subject.id).one_or_none(incident_from);
}

Result<Incident> open_once(db::Tx& tx, const contract::Profile& profile, const WorkingCalendar& calendar,
    const audit::Cause& cause, const SecurityIncidentId& id, Intake intake)
{
    if (auto standing = open_incident_of(tx, profile.id, intake.subject))
        return *std::move(standing);
    return open(tx, profile, calendar, cause, id, std::move(intake));
}

Result<Incident> get(db::Reader& reader, const ContractId& contract, const SecurityIncidentId& id)
{
    auto found = reader.query(sql::find_incident, contract, id).one_or_none(incident_from);
    if (!found)
        return fail(ErrorKind::not_found, "security_incident/not_found",
            {"情報セキュリティ事故が見つかりません。", "no such security incident"});
    return *std::move(found);
}

Result<Incident> get_version(db::Reader& reader, const ContractId& contract, const SecurityIncidentId& id, int version)
{
    TRY_ASSIGN(auto incident, get(reader, contract, id));
    if (incident.version != version)
        return changed_meanwhile("security_incident/changed", incident.version);
    return incident;
}

Incident update(
    db::Tx& tx, const audit::Cause& cause, const Happening& happening, const Incident& before, Incident after)
{
    replace(tx, after);
    ++after.version;
    if (const auto told = told_at(after); told && !told_at(before))
        due::stop(tx, after.contract_id, clock_of(after.intake.category), subject_of(after), *told);
    audit::Entry entry = audit::entry(cause, after.contract_id, happening.kind, subject_of(after));
    entry.reason = happening.reason;
    const auto stood = facts_of(before);
    auto facts = facts_of(after);
    for (const auto& fact : stood)
        facts.emplace(fact.first, ""); // a ruling that fell away
    audit::put_change(entry, stood, facts);
    audit::record(tx, entry);
    return after;
}

Result<Incident> correct(db::Tx& tx, const contract::Profile& profile, const WorkingCalendar& calendar,
    const audit::Cause& cause, const std::string& reason, const Incident& before, Intake intake)
{
    Incident after = before;
    after.intake = std::move(intake);
    if (after.intake.noticed_at != before.intake.noticed_at) {
        TRY_ASSIGN(after.term, term_of(profile, calendar, after));
        start_clock(tx, calendar, after, DueId{fmt::format("{}.{}", after.id.text, after.version)});
    }
    return update(tx, cause, {"security_incident.changed", reason}, before, std::move(after));
}

void add_entry(db::Tx& tx, const audit::Cause& cause, const Incident& incident, const CourseEntry& entry)
{
    tx.execute(sql::insert_entry, incident.contract_id, incident.id, entry.id, entry.kind, entry.at, entry.text,
        entry.entered_by, entry.entered_at);
    audit::Entry event =
        audit::entry(cause, incident.contract_id, "security_incident.entry_added", subject_of(incident));
    event.after = audit::facts_json(
        {{"entry", std::string{name_of(entry.kind)}}, {"at", to_text(entry.at)}, {"text", entry.text}});
    audit::record(tx, event);
}

std::vector<CourseEntry> entries_of(db::Reader& reader, const ContractId& contract, const SecurityIncidentId& id)
{
    return reader.query(sql::list_entries, contract, id).map([](const db::Row& row) {
        return CourseEntry{.id = row.get<EntryId>("id"),
            .kind = row.get<EntryKind>("kind"),
            .at = row.get<Instant>("at"),
            .text = row.get<std::string>("text"),
            .entered_by = row.get<std::string>("entered_by"),
            .entered_at = row.get<Instant>("entered_at")};
    });
}

int count_measures(db::Reader& reader, const ContractId& contract, const SecurityIncidentId& id)
{
    return reader.query(sql::count_measures, contract, id).one([](const db::Row& row) {
        return row.get<int>("measures");
    });
}

ListPage list(
    db::Reader& reader, const ContractId& contract, const Filter& filter, const std::string& cursor, int limit)
{
    const auto name = [](const auto& value) { return value ? name_of(*value) : std::string_view{}; };
    const auto begins = [](const std::optional<LocalDay>& day, int days_after) {
        return day ? to_text(instant(LocalTime{*day + std::chrono::days{days_after}})) : std::string{};
    };
    const db::Filtered filtered{sql::list_incidents,
        {contract, name(filter.category), name(filter.kind),
            filter.only_open && !filter.state ? std::string_view{"open"} : name(filter.state), begins(filter.from, 0),
            begins(filter.until, 1), filter.incident, cursor, limit + 1}};
    ListPage page{reader.query(filtered.query(), filtered.params()).map(incident_from), {}};
    if (static_cast<int>(page.incidents.size()) > limit) {
        page.incidents.pop_back();
        page.next = page.incidents.back().id.text;
    }
    return page;
}

}
