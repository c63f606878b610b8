#include "features/premises/room_api.hpp"

#include "features/premises/ground_api.hpp"
#include "features/premises/refusal.hpp"
#include "features/premises/room_body_api.hpp"
#include "features/premises/room_store.hpp"
#include "features/premises/view_api.hpp"

#include <functional>

namespace hoshuban::premises {
namespace {

using OneRoom = http::Versioned<ControlledRoomView>;

Result<ControlledRoomList> show_rooms(http::Context& context, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<ControlledRoomList> {
        TRY_ASSIGN(const auto ground, ground_of(context, reader, profiles));
        ControlledRoomList list{.items = {}, .may_keep = context.actor().may(Permission::keep_site, ground.contract)};
        const auto inside = count_inside(reader, ground.contract);
        for (const ControlledRoom& room : list_rooms(reader, ground.contract)) {
            const auto count = inside.find(room.id);
            if (sees(ground.sight, room.site))
                list.items.push_back(view_of(*ground.profile, room, count == inside.end() ? 0 : count->second));
        }
        return list;
    });
}

Result<http::Created<ControlledRoomView>> add_room(
    http::Context& context, const AddControlledRoom& body, contract::ProfileCache& profiles)
{
    const ControlledRoom wanted{.id = context.new_id<ControlledRoomId>(),
        .contract_id = context.path<ContractId>("contract"),
        .site = body.site_id,
        .name = body.name,
        .floor = body.floor,
        .procedure = body.procedure};
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<ControlledRoomView>> {
        TRY_ASSIGN(const auto ground, ground_of(context, tx, profiles));
        TRY_ASSIGN(const auto room, settled(*ground.profile, wanted, ground.today));
        TRY(insert(tx, audit::cause_of(context), room));
        return http::Created<ControlledRoomView>{
            view_of(*ground.profile, room, 0), context.request().path + "/" + room.id.text};
    });
}

using Decide = std::function<Result<ControlledRoom>(db::Tx&, const Ground&, const ControlledRoom&)>;

// One act on the room of the path in the version that the caller saw.
Result<OneRoom> act_on_room(http::Context& context, contract::ProfileCache& profiles, const char* kind,
    const std::string& given_reason, const Decide& decide)
{
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto reason, settled_reason(given_reason));
    return context.database().write([&](db::Tx& tx) -> Result<OneRoom> {
        TRY_ASSIGN(const auto ground, ground_of(context, tx, profiles));
        TRY_ASSIGN(
            const auto before, get_room_version(tx, ground.contract, context.path<ControlledRoomId>("id"), version));
        TRY_ASSIGN(auto decided, decide(tx, ground, before));
        TRY_ASSIGN(const auto after, update(tx, audit::cause_of(context), kind, before, std::move(decided), reason));
        const RoomUse use = use_of(tx, ground.contract, after.id);
        return OneRoom{view_of(*ground.profile, after, use.inside), after.version};
    });
}

Result<OneRoom> change_room(http::Context& context, const ChangeControlledRoom& body, contract::ProfileCache& profiles)
{
    return act_on_room(context, profiles, "controlled_room.changed", body.reason,
        [&](db::Tx&, const Ground& ground, ControlledRoom room) {
            room.name = body.name;
            room.floor = body.floor;
            room.procedure = body.procedure;
            return settled(*ground.profile, std::move(room), ground.today);
        });
}

Result<OneRoom> close_room(http::Context& context, const CloseControlledRoom& body, contract::ProfileCache& profiles)
{
    return act_on_room(context, profiles, "controlled_room.closed", body.reason,
        [&](db::Tx& tx, const Ground& ground, const ControlledRoom& room) {
            return closed(room, use_of(tx, ground.contract, room.id), body.on, ground.today);
        });
}

Result<OneRoom> reopen_room(http::Context& context, const PremisesReason& body, contract::ProfileCache& profiles)
{
    return act_on_room(context, profiles, "controlled_room.reopened", body.reason,
        [](db::Tx&, const Ground& ground, const ControlledRoom& room) -> Result<ControlledRoom> {
            TRY(check_site_open(*ground.profile, room.site, ground.today, "site_id"));
            return reopened(room);
        });
}

}

void add_room_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/controlled-rooms";
    router.get(all, [&profiles](http::Context& context) { return show_rooms(context, profiles); })
        .permission(Permission::view_premises)
        .summary({"管理区域の一覧", "List the controlled rooms"});
    router
        .post(all,
            [&profiles](
                http::Context& context, const AddControlledRoom& body) { return add_room(context, body, profiles); })
        .permission(Permission::keep_site)
        .summary({"管理区域を加える", "Add a controlled room"});
    router
        .patch(all + "/{id}",
            [&profiles](http::Context& context, const ChangeControlledRoom& body) {
                return change_room(context, body, profiles);
            })
        .permission(Permission::keep_site)
        .summary({"管理区域の記入を直す", "Change a controlled room"});
    router
        .post(all + "/{id}/close",
            [&profiles](http::Context& context, const CloseControlledRoom& body) {
                return close_room(context, body, profiles);
            })
        .permission(Permission::keep_site)
        .summary({"管理区域を閉じる", "Close a controlled room"});
    router
        .post(all + "/{id}/reopen",
            [&profiles](
                http::Context& context, const PremisesReason& body) { return reopen_room(context, body, profiles); })
        .permission(Permission::keep_site)
        .summary({"管理区域をまた使う", "Open a controlled room again"});
}

}
