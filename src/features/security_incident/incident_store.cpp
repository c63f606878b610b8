#include "features/security_incident/incident_store.hpp"

#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/audit/facts.hpp"
#include "features/contract/number_store.hpp"
#include "features/due/due_store.hpp"
#include "features/security_incident/incident_facts.hpp"
#include "features/security_incident/sql.hpp"

namespace hoshuban::security_incident {
namespace {

constexpr std::string_view report_clock = "security.report";

audit::Subject subject_of(const Incident& incident)
{
    return {"security_incident", incident.id.text};
}

Incident incident_from(const db::Row& row)
{
    Incident incident{.id = row.get<SecurityIncidentId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .number = row.get<std::string>("number"),
        .intake = {.kind = row.get<Kind>("kind"),
            .title = row.get<std::string>("title"),
            .what = row.get<std::string>("what"),
            .noticed_at = row.get<Instant>("noticed_at"),
            .place = row.get<std::string>("place"),
            .assets = row.get<std::string>("assets"),
            .subject = {row.get<std::string>("subject_kind"), row.get<std::string>("subject_id")}},
        .state = row.get<State>("state"),
        .side = row.get<Side>("side"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at"),
        .closed_at = row.get<std::optional<Instant>>("closed_at"),
        .closed_by = row.get<std::string>("closed_by"),
        .closing = row.get<std::string>("closing"),
        .version = row.get<int>("version")};
    if (const auto at = row.get<std::optional<Instant>>("reported_at"))
        incident.first_report = FirstReport{*at, row.get<std::string>("told_to"), row.get<std::string>("reported_how"),
            row.get<std::string>("reported_by")};
    return incident;
}

std::optional<Instant> reported_at(const Incident& incident)
{
    return incident.first_report ? std::optional{incident.first_report->at} : std::nullopt;
}

void insert(db::Tx& tx, const Incident& incident)
{
    const Intake& intake = incident.intake;
    const FirstReport report = incident.first_report.value_or(FirstReport{});
    tx.execute(sql::insert_incident, incident.contract_id, incident.id, incident.number, intake.kind, intake.title,
        intake.what, intake.noticed_at, intake.place, intake.assets, intake.subject.kind, intake.subject.id,
        incident.state, incident.side, incident.entered_by, incident.entered_at, reported_at(incident), report.told_to,
        report.how, report.by, incident.closed_at, incident.closed_by, incident.closing);
}

Result<void> start_clock(
    db::Tx& tx, const contract::Profile& profile, const WorkingCalendar& calendar, const Incident& incident)
{
    const auto& terms = profile.security_incidents;
    if (incident.state != State::noticed || !terms)
        return {};
    TRY_ASSIGN(
        const auto due, due_moment(terms->first_report_within, incident.intake.noticed_at, calendar, profile.period));
    due::start(tx, incident.contract_id, DueId{incident.id.text},
        {.kind = std::string{report_clock},
            .subject = subject_of(incident),
            .number = incident.number,
            .title = incident.intake.title,
            .side = Side::contractor,
            .starts_at = incident.intake.noticed_at,
            .due_at = due.at,
            .guide = terms->basis != contract::Basis::contract},
        calendar);
    return {};
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
    insert(tx, incident);
    TRY(start_clock(tx, profile, calendar, incident));
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
    const Intake& intake = after.intake;
    const FirstReport report = after.first_report.value_or(FirstReport{});
    tx.execute(sql::update_incident, after.contract_id, after.id, after.version, intake.kind, intake.title, intake.what,
        intake.noticed_at, intake.place, intake.assets, after.state, reported_at(after), report.told_to, report.how,
        report.by, after.closed_at, after.closed_by, after.closing);
    ++after.version;
    if (before.state == State::noticed && after.state != State::noticed)
        due::stop(tx, after.contract_id, report_clock, subject_of(after), after.first_report->at);
    audit::Entry entry = audit::entry(cause, after.contract_id, happening.kind, subject_of(after));
    entry.reason = happening.reason;
    audit::put_change(entry, facts_of(before), facts_of(after));
    audit::record(tx, entry);
    return after;
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

ListPage list(db::Reader& reader, const ContractId& contract, const std::optional<State>& state,
    const std::string& cursor, int limit)
{
    ListPage page{
        reader.query(sql::list_incidents, contract, state ? name_of(*state) : std::string_view{}, cursor, limit + 1)
            .map(incident_from),
        {}};
    if (static_cast<int>(page.incidents.size()) > limit) {
        page.incidents.pop_back();
        page.next = page.incidents.back().id.text;
    }
    return page;
}

}
