#include "features/premises/drill_store.hpp"

#include "core/changed.hpp"
#include "core/cursor.hpp"
#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/premises/sql.hpp"
#include "platform/db/listed.hpp"
#include "platform/db/many.hpp"

#include <fmt/format.h>
#include <map>

namespace hoshuban::premises {
namespace {

audit::Subject subject_of(const Drill& drill)
{
    return {"drill", drill.id.text};
}

Drill drill_from(const db::Row& row)
{
    Drill drill{.id = row.get<DrillId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .site = row.get<SiteId>("site_id"),
        .on = row.get<LocalDay>("held_on"),
        .kind = row.get<DrillKind>("kind"),
        .asked = row.get<std::string>("asked"),
        .result = row.get<std::string>("result"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at"),
        .version = row.get<int>("version")};
    if (const auto version = row.get<std::optional<int>>("seen_version"))
        drill.seen = Seen{*version, row.get<std::string>("seen_by"), row.get<Instant>("seen_at")};
    return drill;
}

Attendee attendee_from(const db::Row& row)
{
    return {.worker = row.get<WorkerId>("worker_id"),
        .name = row.get<std::string>("name"),
        .affiliation = row.get<std::string>("affiliation"),
        .attended = row.get<bool>("attended"),
        .reason = row.get<std::string>("reason")};
}

void read_attendees(db::Reader& reader, const ContractId& contract, std::vector<Drill>& drills)
{
    std::map<DrillId, Drill*> by_id;
    std::vector<DrillId> ids;
    for (Drill& drill : drills) {
        by_id.emplace(drill.id, &drill);
        ids.push_back(drill.id);
    }
    for (const auto portion : db::portions(std::span<const DrillId>{ids})) {
        const db::Listed listed{sql::list_attendees, {contract}, portion};
        reader.query(listed.query(), listed.params()).for_each([&](const db::Row& row) {
            by_id.at(row.get<DrillId>("drill_id"))->attendees.push_back(attendee_from(row));
        });
    }
}

void put_attendees(db::Tx& tx, const Drill& drill)
{
    tx.execute(sql::delete_attendees, drill.contract_id, drill.id);
    std::vector<std::vector<db::Param>> rows;
    for (const Attendee& each : drill.attendees) {
        rows.push_back({drill.contract_id, drill.id, each.worker, static_cast<int>(rows.size()), each.name,
            each.affiliation, each.attended, each.reason, fold(each.name + " " + each.affiliation)});
    }
    db::insert_many(tx, sql::insert_attendee, rows);
}

std::string listed_names(const Drill& drill, bool attended)
{
    std::string names;
    for (const Attendee& each : drill.attendees) {
        if (each.attended != attended)
            continue;
        names += (names.empty() ? "" : "、") + each.name;
        if (!each.reason.empty())
            names += fmt::format("（{}）", each.reason);
    }
    return names;
}

audit::Facts drill_facts(const Drill& drill)
{
    audit::Facts facts{{"site_id", drill.site.text}, {"on", to_text(drill.on)},
        {"kind", std::string{name_of(drill.kind)}}, {"asked", drill.asked}, {"result", drill.result},
        {"attended", listed_names(drill, true)}, {"absent", listed_names(drill, false)}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

}

Result<Drill> get_drill(db::Reader& reader, const ContractId& contract, const Sight& sight, const DrillId& id)
{
    auto found = reader.query(sql::find_drill, contract, id).map(drill_from);
    if (found.empty() || !sees(sight, found.front().site))
        return fail(
            ErrorKind::not_found, "premises/drill_not_found", {"訓練の記録が見つかりません。", "no such drill"});
    read_attendees(reader, contract, found);
    return std::move(found.front());
}

Result<Drill> get_drill_version(
    db::Reader& reader, const ContractId& contract, const Sight& sight, const DrillId& id, int version)
{
    TRY_ASSIGN(auto drill, get_drill(reader, contract, sight, id));
    if (drill.version != version)
        return changed_meanwhile("premises/changed", drill.version);
    return drill;
}

void insert(db::Tx& tx, const audit::Cause& cause, const Drill& drill)
{
    tx.execute(sql::insert_drill, drill.contract_id, drill.id, drill.site, drill.on, drill.kind, drill.asked,
        drill.result, drill.entered_by, drill.entered_at);
    put_attendees(tx, drill);
    audit::Entry entry = audit::entry(cause, drill.contract_id, "drill.recorded", subject_of(drill));
    audit::put_change(entry, {}, drill_facts(drill));
    audit::record(tx, entry);
}

Drill update(db::Tx& tx, const audit::Cause& cause, const Drill& before, Drill after, const std::string& reason)
{
    tx.execute(sql::update_drill, after.contract_id, after.id, after.version, after.site, after.on, after.kind,
        after.asked, after.result);
    ++after.version;
    put_attendees(tx, after);
    audit::Entry entry = audit::entry(cause, after.contract_id, "drill.corrected", subject_of(after));
    entry.reason = reason;
    audit::put_change(entry, drill_facts(before), drill_facts(after));
    audit::record(tx, entry);
    return after;
}

void mark_seen(db::Tx& tx, const audit::Cause& cause, const Drill& drill)
{
    tx.execute(sql::mark_drill_seen, drill.contract_id, drill.id, drill.version, drill.seen->by, drill.seen->at);
    audit::Entry entry = audit::entry(cause, drill.contract_id, "drill.seen", subject_of(drill));
    audit::put_change(entry, {}, {{"seen_version", std::to_string(drill.version)}});
    audit::record(tx, entry);
}

Result<DrillPage> list_drills(db::Reader& reader, const ContractId& contract, const Sight& sight,
    const DrillFilter& filter, const std::string& cursor, int limit)
{
    std::vector<std::string> keys{"", ""};
    if (!cursor.empty()) {
        TRY_ASSIGN(keys, cursor_keys(cursor, 2));
    }
    const auto text_of = [](const std::optional<LocalDay>& day) { return day ? to_text(*day) : std::string{}; };
    const std::string from = text_of(filter.from);
    const std::string until = text_of(filter.until);
    const std::string words = containing(filter.person);
    const auto sites = listed_sites(sight);
    const db::Listed listed{sql::list_drills,
        {contract, filter.site, filter.kind ? name_of(*filter.kind) : std::string_view{}, from, until, words, keys[0],
            keys[1], !sight.has_value(), limit + 1},
        std::span<const SiteId>{sites}};
    DrillPage page{reader.query(listed.query(), listed.params()).map(drill_from), {}};
    if (static_cast<int>(page.drills.size()) > limit) {
        page.drills.pop_back();
        page.next = cursor_of({to_text(page.drills.back().on), page.drills.back().id.text});
    }
    read_attendees(reader, contract, page.drills);
    return page;
}

}
