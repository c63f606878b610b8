#include "features/premises/record_store.hpp"

#include "core/changed.hpp"
#include "core/cursor.hpp"
#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/premises/record_event_store.hpp"
#include "features/premises/refusal.hpp"
#include "features/premises/sql.hpp"
#include "platform/db/listed.hpp"

#include <fmt/format.h>

namespace hoshuban::premises {
namespace {

// The columns that a record has in common with its versions.
RoomStay stay_from(const db::Row& row)
{
    return {.room = row.get<ControlledRoomId>("room_id"),
        .worker = row.get<std::optional<WorkerId>>("worker_id"),
        .name = row.get<std::string>("name"),
        .affiliation = row.get<std::string>("affiliation"),
        .in_at = row.get<Instant>("in_at"),
        .out_at = row.get<std::optional<Instant>>("out_at"),
        .purpose = row.get<std::string>("purpose"),
        .request = row.get<std::optional<WorkRequestId>>("request_id"),
        .request_number = row.get<std::string>("request_number"),
        .attendant = row.get<std::string>("attendant")};
}

std::optional<Seen> seen_from(const db::Row& row)
{
    const auto version = row.get<std::optional<int>>("seen_version");
    if (!version)
        return std::nullopt;
    return Seen{*version, row.get<std::string>("seen_by"), row.get<Instant>("seen_at")};
}

PlacedRecord placed_from(const db::Row& row)
{
    return {.record = {.id = row.get<EntryRecordId>("id"),
                .contract_id = row.get<ContractId>("contract_id"),
                .stay = stay_from(row),
                .withdrawn = row.get<bool>("withdrawn"),
                .seen = seen_from(row),
                .version = row.get<int>("version")},
        .site = row.get<SiteId>("site_id"),
        .room = row.get<std::string>("room_name"),
        .floor = row.get<std::string>("room_floor")};
}

RecordVersion version_from(const db::Row& row)
{
    return {.version = row.get<int>("version"),
        .act = row.get<EntryAct>("act"),
        .stay = stay_from(row),
        .room = row.get<std::string>("room_name"),
        .reason = row.get<std::string>("reason"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at")};
}

std::string record_key(const RoomStay& stay)
{
    return fold(stay.name + " " + stay.affiliation);
}

std::string clock_of(Instant at)
{
    const std::string text = to_text_jst(at);
    return text.substr(0, 10) + " " + text.substr(11, 5);
}

Result<void> check_nowhere_else(db::Reader& reader, const EntryRecord& record)
{
    if (record.withdrawn)
        return {};
    const RoomStay& stay = record.stay;
    const auto other = reader
                           .query(sql::find_overlap, record.contract_id, person_key(stay), record.id, stay.in_at,
                               stay.out_at ? to_text(*stay.out_at) : std::string{})
                           .one_or_none(placed_from);
    if (!other)
        return {};
    const RoomStay& there = other->record.stay;
    const std::string until = there.out_at ? clock_of(*there.out_at) : std::string{};
    return refused_at("in_at", "premises/elsewhere",
        {fmt::format("{}さんは{}から{}「{}」にいる記録があります。先にその退室か訂正を記録してください。", stay.name,
             clock_of(there.in_at), until.empty() ? "" : until + "まで", other->room),
            fmt::format("{} is recorded in \"{}\" from {}{}: record the exit or a correction first", stay.name,
                other->room, clock_of(there.in_at), until.empty() ? "" : " to " + until)});
}

void insert_version(
    db::Tx& tx, const audit::Cause& cause, EntryAct act, const EntryRecord& record, const std::string& reason)
{
    const RoomStay& stay = record.stay;
    tx.execute(sql::insert_record_version, record.contract_id, record.id, record.version, act, stay.room, stay.worker,
        stay.name, stay.affiliation, stay.in_at, stay.out_at, stay.purpose, stay.request, stay.request_number,
        stay.attendant, reason, cause.actor().name, cause.now());
}

}

Result<PlacedRecord> get_record(
    db::Reader& reader, const ContractId& contract, const Sight& sight, const EntryRecordId& id)
{
    auto found = reader.query(sql::find_record, contract, id).one_or_none(placed_from);
    if (!found || !sees(sight, found->site))
        return fail(
            ErrorKind::not_found, "premises/record_not_found", {"入退室記録が見つかりません。", "no such record"});
    return *std::move(found);
}

Result<PlacedRecord> get_record_version(
    db::Reader& reader, const ContractId& contract, const Sight& sight, const EntryRecordId& id, int version)
{
    TRY_ASSIGN(auto placed, get_record(reader, contract, sight, id));
    if (placed.record.version != version)
        return changed_meanwhile("premises/changed", placed.record.version);
    return placed;
}

std::vector<RecordVersion> versions_of(db::Reader& reader, const ContractId& contract, const EntryRecordId& id)
{
    return reader.query(sql::list_record_versions, contract, id).map(version_from);
}

Result<void> insert(db::Tx& tx, const audit::Cause& cause, const EntryRecord& record)
{
    TRY(check_nowhere_else(tx, record));
    const RoomStay& stay = record.stay;
    const auto inserted = tx.execute(sql::insert_record, record.contract_id, record.id, stay.room, stay.worker,
        stay.name, stay.affiliation, person_key(stay), record_key(stay), stay.in_at, stay.out_at, stay.purpose,
        stay.request, stay.request_number, stay.attendant);
    if (inserted == 0)
        return refused_at("in_at", "premises/elsewhere",
            {"ちょうど今、この人の入室が別に記録されました。画面を開き直してください。",
                "another entry of this person was recorded just now: open the page again"});
    insert_version(tx, cause, EntryAct::entered, record, "");
    tell(tx, cause, EntryAct::entered, {}, record, "");
    return {};
}

Result<EntryRecord> update(db::Tx& tx, const audit::Cause& cause, EntryAct act, const EntryRecord& before,
    EntryRecord after, const std::string& reason)
{
    TRY(check_nowhere_else(tx, after));
    const RoomStay& stay = after.stay;
    tx.execute(sql::update_record, after.contract_id, after.id, after.version, stay.room, stay.worker, stay.name,
        stay.affiliation, person_key(stay), record_key(stay), stay.in_at, stay.out_at, stay.purpose, stay.request,
        stay.request_number, stay.attendant, after.withdrawn);
    ++after.version;
    insert_version(tx, cause, act, after, reason);
    tell(tx, cause, act, before, after, reason);
    return after;
}

void mark_seen(db::Tx& tx, const audit::Cause& cause, const EntryRecord& record)
{
    tx.execute(sql::mark_record_seen, record.contract_id, record.id, record.version, record.seen->by, record.seen->at);
    tell_seen(tx, cause, record);
}

Result<RecordPage> list_records(db::Reader& reader, const ContractId& contract, const Sight& sight,
    const RecordFilter& filter, const std::string& cursor, int limit)
{
    std::vector<std::string> keys{"", ""};
    if (!cursor.empty()) {
        TRY_ASSIGN(keys, cursor_keys(cursor, 2));
    }
    const std::string from = filter.from ? to_text(instant(LocalTime{*filter.from})) : std::string{};
    const std::string until =
        filter.until ? to_text(instant(LocalTime{*filter.until + std::chrono::days{1}})) : std::string{};
    const std::string words = containing(filter.person);
    const auto sites = listed_sites(sight);
    const db::Listed listed{sql::list_records,
        {contract, filter.site, filter.room, words, from, until, name_of(filter.shown), keys[0], keys[1],
            !sight.has_value(), limit + 1},
        std::span<const SiteId>{sites}};
    RecordPage page{reader.query(listed.query(), listed.params()).map(placed_from), {}};
    if (static_cast<int>(page.records.size()) > limit) {
        page.records.pop_back();
        const EntryRecord& last = page.records.back().record;
        page.next = cursor_of({to_text(last.stay.in_at), last.id.text});
    }
    return page;
}

}
