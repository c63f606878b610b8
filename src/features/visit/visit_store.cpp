#include "features/visit/visit_store.hpp"

#include "core/changed.hpp"
#include "core/cursor.hpp"
#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/visit/refusal.hpp"
#include "features/visit/sql.hpp"
#include "platform/db/listed.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <span>

namespace hoshuban::visit {
namespace {

audit::Subject subject_of(const Visit& visit)
{
    return {"visit", visit.id.text};
}

Plan plan_from(const db::Row& row)
{
    return {.site = row.get<SiteId>("site_id"),
        .incident = row.get<std::optional<incident::IncidentId>>("incident_id"),
        .request = row.get<std::optional<WorkRequestId>>("request_id"),
        .request_number = row.get<std::string>("request_number"),
        .purpose = row.get<std::string>("purpose"),
        .from = row.get<Instant>("planned_from"),
        .until = row.get<Instant>("planned_until"),
        .told = row.get<std::string>("told")};
}

Listed listed_visit(const db::Row& row)
{
    const auto name = [&](std::string_view column) { return row.get<std::optional<std::string>>(column).value_or(""); };
    return {.visit = {.id = row.get<VisitId>("id"),
                .contract_id = row.get<ContractId>("contract_id"),
                .plan = plan_from(row),
                .times = {row.get<std::optional<Instant>>("arrived_at"), row.get<std::optional<Instant>>("started_at"),
                    row.get<std::optional<Instant>>("departed_at")},
                .unticked_reason = row.get<std::string>("unticked_reason"),
                .result = row.get<std::string>("result"),
                .called_off = row.get<std::string>("called_off"),
                .entered_by = row.get<std::string>("entered_by"),
                .entered_at = row.get<Instant>("entered_at"),
                .version = row.get<int>("version")},
        .site_name = name("site_name"),
        .case_number = name("case_number"),
        .phenomenon = name("phenomenon"),
        .device_class = name("device_class"),
        .incident_site = row.get<std::optional<SiteId>>("incident_site_id")};
}

void add_visitors(db::Reader& reader, const ContractId& contract, std::vector<Listed>& visits)
{
    std::vector<VisitId> ids;
    std::map<VisitId, Visit*> by_id;
    for (Listed& listed : visits) {
        ids.push_back(listed.visit.id);
        by_id.emplace(listed.visit.id, &listed.visit);
    }
    for (const auto portion : db::portions(std::span<const VisitId>{ids})) {
        const db::Listed wanted{sql::list_visitors, {contract}, portion};
        reader.query(wanted.query(), wanted.params()).for_each([&](const db::Row& row) {
            by_id.at(row.get<VisitId>("visit_id"))
                ->plan.workers.push_back({row.get<std::optional<WorkerId>>("worker_id"), row.get<std::string>("name"),
                    row.get<std::optional<int>>("minutes")});
        });
    }
}

void insert_visitors(db::Tx& tx, const Visit& visit)
{
    int place = 0;
    for (const Visitor& each : visit.plan.workers)
        tx.execute(sql::insert_visitor, visit.contract_id, visit.id, place++, each.worker, each.name, person_key(each),
            fold(each.name), each.minutes);
}

std::unexpected<Error> elsewhere(const db::Row& row, const std::string& field)
{
    const auto name = row.get<std::string>("name");
    const auto site = row.get<std::string>("site_name");
    const std::string begins = clock_of(row.get<Instant>("begins"));
    const auto end = row.get<std::optional<Instant>>("ends");
    const std::string ends = end ? clock_of(*end) : std::string{};
    return refused_at(field, "visit/elsewhere",
        {fmt::format("{}さんは{}から{}「{}」の訪問があります。時間か人を変えてください。", name, begins,
             ends.empty() ? "" : ends + "まで", site),
            fmt::format("{} is on a visit to \"{}\" from {}{}: change the time or the people", name, site, begins,
                ends.empty() ? "" : " to " + ends)},
        ErrorKind::conflict);
}

Result<void> check_nobody_elsewhere(db::Reader& reader, const Visit& visit)
{
    const VisitState state = state_of(visit);
    if (state == VisitState::called_off)
        return {};
    std::vector<std::string> people;
    for (const Visitor& each : visit.plan.workers)
        people.push_back(person_key(each));
    const bool by_plan = state == VisitState::planned;
    const std::string from = to_text(by_plan ? visit.plan.from : *visit.times.arrived);
    const auto& departed = visit.times.departed;
    const std::string until = by_plan ? to_text(visit.plan.until) : departed ? to_text(*departed) : std::string{};
    const db::Listed wanted{by_plan ? sql::find_plan_overlap : sql::find_stay_overlap,
        {visit.contract_id, visit.id, from, until}, std::span<const std::string>{people}};
    const auto refusal =
        reader.query(wanted.query(), wanted.params()).one_or_none([&](const db::Row& row) -> std::optional<Error> {
            return elsewhere(row, by_plan ? "workers" : "arrived_at").error();
        });
    if (refusal && *refusal)
        return fail(**refusal);
    return {};
}

std::string told_moment(const std::optional<Instant>& at)
{
    return at ? to_text(*at) : std::string{};
}

std::string told_people(const std::vector<Visitor>& workers)
{
    std::string people;
    for (const Visitor& each : workers) {
        people += people.empty() ? "" : "、";
        people += each.minutes ? fmt::format("{}（{}分）", each.name, *each.minutes) : each.name;
    }
    return people;
}

audit::Facts facts_of(const Visit& visit)
{
    const Plan& plan = visit.plan;
    audit::Facts facts{{"site", plan.site.text}, {"incident", plan.incident ? plan.incident->text : ""},
        {"request_number", plan.request_number}, {"purpose", plan.purpose}, {"planned_from", to_text(plan.from)},
        {"planned_until", to_text(plan.until)}, {"told", plan.told}, {"workers", told_people(plan.workers)},
        {"state", std::string{name_of(state_of(visit))}}, {"arrived_at", told_moment(visit.times.arrived)},
        {"started_at", told_moment(visit.times.started)}, {"departed_at", told_moment(visit.times.departed)},
        {"unticked_reason", visit.unticked_reason}, {"result", visit.result}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

bool sees(const Sight& sight, const SiteId& site)
{
    return !sight || std::ranges::find(*sight, site) != sight->end();
}

}

Result<Listed> get(db::Reader& reader, const ContractId& contract, const Sight& sight, const VisitId& id)
{
    auto found = reader.query(sql::find_visit, contract, id).map(listed_visit);
    if (found.empty() || !sees(sight, found.front().visit.plan.site))
        return fail(ErrorKind::not_found, "visit/not_found", {"訪問が見つかりません。", "no such visit"});
    add_visitors(reader, contract, found);
    return std::move(found.front());
}

Result<Listed> get_version(
    db::Reader& reader, const ContractId& contract, const Sight& sight, const VisitId& id, int version)
{
    TRY_ASSIGN(auto found, get(reader, contract, sight, id));
    if (found.visit.version != version)
        return changed_meanwhile("visit/changed", found.visit.version);
    return found;
}

Result<void> insert(db::Tx& tx, const audit::Cause& cause, const Visit& visit)
{
    TRY(check_nobody_elsewhere(tx, visit));
    const Plan& plan = visit.plan;
    tx.execute(sql::insert_visit, visit.contract_id, visit.id, plan.site, plan.incident, plan.request,
        plan.request_number, plan.purpose, plan.from, plan.until, plan.told, state_of(visit), fold(plan.purpose),
        visit.entered_by, visit.entered_at);
    insert_visitors(tx, visit);
    audit::Entry event = audit::entry(cause, visit.contract_id, "visit.planned", subject_of(visit));
    audit::put_change(event, {}, facts_of(visit));
    audit::record(tx, event);
    return {};
}

Result<Visit> update(
    db::Tx& tx, const audit::Cause& cause, const Happening& happening, const Visit& before, Visit after)
{
    TRY(check_nobody_elsewhere(tx, after));
    const Plan& plan = after.plan;
    tx.execute(sql::update_visit, after.contract_id, after.id, after.version, plan.purpose, plan.from, plan.until,
        plan.told, state_of(after), after.times.arrived, after.times.started, after.times.departed,
        after.unticked_reason, after.result, after.called_off, fold(plan.purpose));
    if (plan.workers != before.plan.workers) {
        tx.execute(sql::delete_visitors, after.contract_id, after.id);
        insert_visitors(tx, after);
    }
    ++after.version;
    audit::Entry event = audit::entry(cause, after.contract_id, happening.kind, subject_of(after));
    event.reason = happening.reason;
    audit::Facts facts = facts_of(after);
    facts.insert(happening.more.begin(), happening.more.end());
    audit::put_change(event, facts_of(before), facts);
    audit::record(tx, event);
    return after;
}

std::vector<ListedTick> ticks_of(db::Reader& reader, const ContractId& contract, const VisitId& id)
{
    return reader.query(sql::list_ticks, contract, id).map([](const db::Row& row) {
        const auto name = [&](std::string_view column) {
            return row.get<std::optional<std::string>>(column).value_or("");
        };
        return ListedTick{.tick = {row.get<std::string>("item"), row.get<std::optional<DeviceId>>("device_id"),
                              row.get<std::string>("ticked_by"), row.get<Instant>("ticked_at")},
            .spare_number = name("device_number"),
            .spare_model = name("device_model")};
    });
}

void put_tick(db::Tx& tx, const Visit& visit, const Tick& tick)
{
    remove_tick(tx, visit, tick.item);
    tx.execute(sql::insert_tick, visit.contract_id, visit.id, tick.item, tick.spare, tick.by, tick.at);
}

void remove_tick(db::Tx& tx, const Visit& visit, const std::string& item)
{
    tx.execute(sql::delete_tick, visit.contract_id, visit.id, item);
}

Result<void> check_not_taken(db::Reader& reader, const Visit& visit, const DeviceId& unit, const std::string& number)
{
    const auto taken =
        reader.query(sql::find_spare_use, visit.contract_id, unit, visit.id).one_or_none([](const db::Row& row) {
            return std::pair{row.get<std::string>("site_name"), row.get<Instant>("planned_from")};
        });
    if (!taken)
        return {};
    return refused_at("spare_id", "visit/spare_taken",
        {fmt::format("{}は{}からの「{}」の訪問に持って行く予定です。", number, clock_of(taken->second), taken->first),
            fmt::format("{} goes along on the visit to \"{}\" from {}", number, taken->first, clock_of(taken->second))},
        ErrorKind::conflict);
}

Result<ListPage> list(db::Reader& reader, const ContractId& contract, const Sight& sight, const ListFilter& filter,
    const std::string& cursor, int limit)
{
    std::vector<std::string> keys{"", ""};
    if (!cursor.empty()) {
        TRY_ASSIGN(keys, cursor_keys(cursor, 2));
    }
    const std::string from = filter.from ? to_text(instant(LocalTime{*filter.from})) : std::string{};
    const std::string until =
        filter.until ? to_text(instant(LocalTime{*filter.until + std::chrono::days{1}})) : std::string{};
    const std::vector<SiteId> sites = sight && !sight->empty() ? *sight : std::vector<SiteId>{SiteId{}};
    const db::Listed wanted{filter.shown == Shown::open ? sql::list_open_visits : sql::list_visits,
        {contract, name_of(filter.shown), filter.site, filter.incident, filter.request, from, until,
            containing(filter.worker), !sight.has_value(), keys[0], keys[1], limit + 1},
        std::span<const SiteId>{sites}};
    ListPage page{reader.query(wanted.query(), wanted.params()).map(listed_visit), {}};
    if (static_cast<int>(page.visits.size()) > limit) {
        page.visits.pop_back();
        const Visit& last = page.visits.back().visit;
        page.next = cursor_of({to_text(last.plan.from), last.id.text});
    }
    add_visitors(reader, contract, page.visits);
    return page;
}

}
