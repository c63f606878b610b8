#include "features/incident/incident_store.hpp"

#include "core/changed.hpp"
#include "core/cursor.hpp"
#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/incident/sql.hpp"
#include "platform/db/filtered.hpp"
#include "platform/db/listed.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::incident {
namespace {

audit::Subject subject_of(const Incident& incident)
{
    return {"incident", incident.id.text};
}

Intake intake_from(const db::Row& row)
{
    return {.phenomenon = row.get<std::string>("phenomenon"),
        .site = row.get<std::optional<SiteId>>("site_id"),
        .place = row.get<std::string>("place"),
        .device = row.get<std::optional<DeviceId>>("device_id"),
        .device_class = row.get<std::string>("device_class"),
        .error_text = row.get<std::string>("error_text"),
        .contact_person = row.get<std::string>("contact_person"),
        .contact_phone = row.get<std::string>("contact_phone"),
        .occurred_at = row.get<std::optional<Instant>>("occurred_at"),
        .severity = row.get<std::string>("severity")};
}

Entry entry_from(const db::Row& row)
{
    return {.id = row.get<EntryId>("id"),
        .act = row.get<Act>("act"),
        .at = row.get<Instant>("at"),
        .person = row.get<std::string>("person"),
        .city_person = row.get<std::string>("city_person"),
        .text = row.get<std::string>("text"),
        .appointment = row.get<std::optional<Instant>>("appointment"),
        .finished_at = row.get<std::optional<Instant>>("finished_at"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at"),
        .taken_back = row.get<std::string>("taken_back"),
        .visit = row.get<std::optional<VisitId>>("visit_id")};
}

std::string incident_key(const Incident& incident)
{
    const Intake& intake = incident.intake;
    return fold(fmt::format("{} {} {} {} {}", incident.case_number, intake.phenomenon, intake.place, intake.error_text,
        intake.contact_person));
}

audit::Facts without_blanks(audit::Facts facts)
{
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

std::string told(const std::optional<Instant>& moment)
{
    return moment ? to_text(*moment) : std::string{};
}

Result<void> check_case_number(db::Tx& tx, const Incident& incident)
{
    if (incident.case_number.empty())
        return {};
    const auto holder =
        tx.query(sql::find_case_holder, incident.contract_id, incident.case_number).one_or_none([](const db::Row& row) {
            return row.get<IncidentId>("id");
        });
    if (!holder || *holder == incident.id)
        return {};
    const Text text{
        fmt::format("案件管理番号「{}」は別の障害に付いています。番号を確かめてください。", incident.case_number),
        fmt::format("another incident has the case number \"{}\": check it", incident.case_number)};
    return fail(
        ErrorKind::conflict, "incident/case_number_taken", text, {{"case_number", "incident/case_number_taken", text}});
}

void store_misses(db::Tx& tx, const Incident& incident)
{
    tx.execute(sql::delete_misses, incident.contract_id, incident.id);
    for (const auto& [level, reason] : incident.outcome.miss_reasons)
        tx.execute(sql::insert_miss, incident.contract_id, incident.id, level, reason);
}

}

Listed listed_incident(const db::Row& row)
{
    const auto name = [&](std::string_view column) { return row.get<std::optional<std::string>>(column).value_or(""); };
    return {.incident = {.id = row.get<IncidentId>("id"),
                .contract_id = row.get<ContractId>("contract_id"),
                .case_number = row.get<std::string>("case_number"),
                .intake = intake_from(row),
                .outcome = {.action = row.get<std::string>("action"),
                    .cause = row.get<std::string>("cause"),
                    .notes = row.get<std::string>("notes")},
                .state = row.get<State>("state"),
                .entered_by = row.get<std::string>("entered_by"),
                .entered_at = row.get<Instant>("entered_at"),
                .version = row.get<int>("version")},
        .begun_at = row.get<Instant>("begun_at"),
        .site_name = name("site_name"),
        .device_number = name("device_number"),
        .device_kind = name("device_kind"),
        .device_model = name("device_model")};
}

audit::Facts facts_of(const Incident& incident)
{
    const Intake& intake = incident.intake;
    audit::Facts facts{{"case_number", incident.case_number}, {"state", std::string{name_of(incident.state)}},
        {"phenomenon", intake.phenomenon}, {"site", intake.site ? intake.site->text : ""}, {"place", intake.place},
        {"device", intake.device ? intake.device->text : ""}, {"class", intake.device_class},
        {"error_text", intake.error_text}, {"contact_person", intake.contact_person},
        {"contact_phone", intake.contact_phone}, {"occurred_at", told(intake.occurred_at)},
        {"severity", intake.severity}, {"action", incident.outcome.action}, {"cause", incident.outcome.cause},
        {"notes", incident.outcome.notes}};
    for (const auto& [level, reason] : incident.outcome.miss_reasons)
        facts.emplace("missed_" + level, reason);
    return without_blanks(std::move(facts));
}

audit::Facts facts_of(const Entry& entry)
{
    return without_blanks({{"at", to_text(entry.at)}, {"person", entry.person}, {"city_person", entry.city_person},
        {"text", entry.text}, {"appointment", told(entry.appointment)}, {"finished_at", told(entry.finished_at)}});
}

Result<Listed> get(db::Reader& reader, const ContractId& contract, const IncidentId& id)
{
    auto found = reader.query(sql::find_incident, contract, id).one_or_none(listed_incident);
    if (!found)
        return fail(ErrorKind::not_found, "incident/not_found", {"障害が見つかりません。", "no such incident"});
    reader.query(sql::list_misses, contract, id).for_each([&](const db::Row& row) {
        found->incident.outcome.miss_reasons.emplace(row.get<std::string>("level"), row.get<std::string>("reason"));
    });
    return *std::move(found);
}

Result<Listed> get_version(db::Reader& reader, const ContractId& contract, const IncidentId& id, int version)
{
    TRY_ASSIGN(auto found, get(reader, contract, id));
    if (found.incident.version != version)
        return changed_meanwhile("incident/changed", found.incident.version);
    return found;
}

std::vector<OpenCourse> open_courses(db::Reader& reader, const ContractId& contract, const IncidentId& after, int limit)
{
    auto courses = reader.query(sql::list_open_after, contract, after, limit).map([](const db::Row& row) {
        return OpenCourse{listed_incident(row)};
    });
    if (courses.empty())
        return courses;
    const auto id_of = [](const OpenCourse& each) -> const IncidentId& { return each.listed.incident.id; };
    auto own = courses.begin();
    reader.query(sql::list_open_entries, contract, id_of(courses.front()), id_of(courses.back()))
        .for_each([&](const db::Row& row) {
            const auto incident = row.get<IncidentId>("incident_id");
            own = std::ranges::find(own, courses.end(), incident, id_of);
            own->entries.push_back(entry_from(row));
        });
    return courses;
}

std::map<IncidentId, std::vector<Entry>> entries_of(
    db::Reader& reader, const ContractId& contract, std::span<const IncidentId> incidents)
{
    std::map<IncidentId, std::vector<Entry>> entries;
    for (const auto portion : db::portions(incidents)) {
        const db::Listed listed{sql::list_entries, {contract}, portion};
        reader.query(listed.query(), listed.params()).for_each([&](const db::Row& row) {
            entries[row.get<IncidentId>("incident_id")].push_back(entry_from(row));
        });
    }
    return entries;
}

std::vector<Entry> entries_of(db::Reader& reader, const ContractId& contract, const IncidentId& id)
{
    return entries_of(reader, contract, std::span{&id, 1})[id];
}

Result<void> insert(db::Tx& tx, const audit::Cause& cause, const Incident& incident, const Entry& entry)
{
    TRY(check_case_number(tx, incident));
    const Intake& intake = incident.intake;
    tx.execute(sql::insert_incident, incident.contract_id, incident.id, incident.case_number, incident.state, entry.at,
        intake.phenomenon, intake.site, intake.place, intake.device, intake.device_class, intake.error_text,
        intake.contact_person, intake.contact_phone, intake.occurred_at, intake.severity, incident_key(incident),
        incident.entered_by, incident.entered_at);
    insert_entry(tx, incident, entry);
    audit::Entry event =
        audit::entry(cause, incident.contract_id, fmt::format("incident.{}", name_of(entry.act)), subject_of(incident));
    audit::Facts facts = facts_of(incident);
    facts.merge(facts_of(entry));
    audit::put_change(event, {}, facts);
    audit::record(tx, event);
    return {};
}

Result<Incident> update(
    db::Tx& tx, const audit::Cause& cause, const Happening& happening, const Listed& before, Incident after)
{
    TRY(check_case_number(tx, after));
    const Intake& intake = after.intake;
    const auto entries = holding(entries_of(tx, after.contract_id, after.id));
    tx.execute(sql::update_incident, after.contract_id, after.id, after.version, after.case_number, after.state,
        entries.empty() ? before.begun_at : entries.front().at, intake.phenomenon, intake.site, intake.place,
        intake.device, intake.device_class, intake.error_text, intake.contact_person, intake.contact_phone,
        intake.occurred_at, intake.severity, after.outcome.action, after.outcome.cause, after.outcome.notes,
        incident_key(after));
    if (after.outcome.miss_reasons != before.incident.outcome.miss_reasons)
        store_misses(tx, after);
    ++after.version;
    audit::Entry event = audit::entry(cause, after.contract_id, happening.kind, subject_of(after));
    event.reason = happening.reason;
    audit::Facts facts = facts_of(after);
    facts.insert(happening.more.begin(), happening.more.end());
    audit::put_change(event, facts_of(before.incident), facts);
    audit::record(tx, event);
    return after;
}

void insert_entry(db::Tx& tx, const Incident& incident, const Entry& entry)
{
    tx.execute(sql::insert_entry, incident.contract_id, incident.id, entry.id, entry.act, entry.at, entry.person,
        entry.city_person, entry.text, entry.appointment, entry.finished_at, entry.entered_by, entry.entered_at,
        entry.visit);
}

void take_back_entry(db::Tx& tx, const Incident& incident, const EntryId& entry, const std::string& reason)
{
    tx.execute(sql::take_back_entry, incident.contract_id, incident.id, entry, reason);
}

OpenVisits open_visits(db::Reader& reader, const ContractId& contract, const IncidentId& incident)
{
    return reader.query(sql::count_open_visits, contract, incident).one([](const db::Row& row) {
        return OpenVisits{row.get<int>("under_way"), row.get<int>("without_minutes")};
    });
}

Result<ListPage> list(
    db::Reader& reader, const ContractId& contract, const ListFilter& filter, std::string_view cursor, int limit)
{
    if (filter.only && filter.only->empty())
        return ListPage{};
    std::vector<std::string> after{"", ""};
    if (!cursor.empty()) {
        TRY_ASSIGN(after, cursor_keys(cursor, 2));
    }
    std::vector<db::Param> params{
        contract, filter.state, filter.site, filter.device, containing(filter.words), after[0], after[1], limit + 1};
    ListPage page;
    if (filter.only) {
        const db::Listed listed{sql::list_incidents_of, std::move(params), std::span{*filter.only}};
        page.incidents = reader.query(listed.query(), listed.params()).map(listed_incident);
    } else {
        const db::Filtered filtered{sql::list_incidents, std::move(params)};
        page.incidents = reader.query(filtered.query(), filtered.params()).map(listed_incident);
    }
    if (static_cast<int>(page.incidents.size()) > limit) {
        page.incidents.pop_back();
        const Listed& last = page.incidents.back();
        page.next = cursor_of({to_text(last.begun_at), last.incident.id.text});
    }
    return page;
}

}
