#include "features/premises/room_store.hpp"

#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/premises/sql.hpp"

namespace hoshuban::premises {
namespace {

ControlledRoom room_from(const db::Row& row)
{
    return {.id = row.get<ControlledRoomId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .site = row.get<SiteId>("site_id"),
        .name = row.get<std::string>("name"),
        .floor = row.get<std::string>("floor"),
        .procedure = row.get<std::string>("procedure"),
        .closed_on = row.get<std::optional<LocalDay>>("closed_on"),
        .version = row.get<int>("version")};
}

audit::Facts facts_of(const ControlledRoom& room)
{
    audit::Facts facts{{"site_id", room.site.text}, {"name", room.name}, {"floor", room.floor},
        {"procedure", room.procedure}, {"closed_on", room.closed_on ? to_text(*room.closed_on) : std::string{}}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

Result<void> check_name_free(db::Reader& reader, const ControlledRoom& room)
{
    if (room.closed_on)
        return {};
    const auto other = reader.query(sql::find_room_of_name, room.contract_id, room.site, room.name)
                           .one_or_none([](const db::Row& row) { return row.get<ControlledRoomId>("id"); });
    if (!other || *other == room.id)
        return {};
    const Text text{"この拠点にはもう同じ名前の管理区域があります。別の名前にしてください。",
        "the site has a room of this name already: choose another"};
    return fail(ErrorKind::conflict, "premises/name_taken", text, {{"name", "premises/name_taken", text}});
}

}

std::vector<ControlledRoom> list_rooms(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_rooms, contract).map(room_from);
}

std::map<ControlledRoomId, int> count_inside(db::Reader& reader, const ContractId& contract)
{
    std::map<ControlledRoomId, int> counts;
    reader.query(sql::count_inside, contract).for_each([&](const db::Row& row) {
        counts[row.get<ControlledRoomId>("room_id")] = row.get<int>("inside");
    });
    return counts;
}

Result<ControlledRoom> get_room(db::Reader& reader, const ContractId& contract, const ControlledRoomId& id)
{
    auto found = reader.query(sql::find_room, contract, id).one_or_none(room_from);
    if (!found)
        return fail(
            ErrorKind::not_found, "premises/room_not_found", {"管理区域が見つかりません。", "no such controlled room"});
    return *std::move(found);
}

Result<ControlledRoom> get_room_version(
    db::Reader& reader, const ContractId& contract, const ControlledRoomId& id, int version)
{
    TRY_ASSIGN(auto room, get_room(reader, contract, id));
    if (room.version != version)
        return changed_meanwhile("premises/changed", room.version);
    return room;
}

RoomUse use_of(db::Reader& reader, const ContractId& contract, const ControlledRoomId& id)
{
    return reader.query(sql::find_room_use, contract, id).one([](const db::Row& row) {
        return RoomUse{row.get<int>("inside"), row.get<std::optional<Instant>>("last_in")};
    });
}

Result<void> insert(db::Tx& tx, const audit::Cause& cause, const ControlledRoom& room)
{
    TRY(check_name_free(tx, room));
    tx.execute(sql::insert_room, room.contract_id, room.id, room.site, room.name, room.floor, room.procedure);
    audit::Entry entry =
        audit::entry(cause, room.contract_id, "controlled_room.added", {"controlled_room", room.id.text});
    audit::put_change(entry, {}, facts_of(room));
    audit::record(tx, entry);
    return {};
}

Result<ControlledRoom> update(db::Tx& tx, const audit::Cause& cause, std::string_view kind,
    const ControlledRoom& before, ControlledRoom after, const std::string& reason)
{
    TRY(check_name_free(tx, after));
    tx.execute(sql::update_room, after.contract_id, after.id, after.version, after.name, after.floor, after.procedure,
        after.closed_on);
    ++after.version;
    audit::Entry entry = audit::entry(cause, after.contract_id, kind, {"controlled_room", after.id.text});
    entry.reason = reason;
    audit::put_change(entry, facts_of(before), facts_of(after));
    audit::record(tx, entry);
    return after;
}

}
