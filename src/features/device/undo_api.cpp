#include "features/device/undo_api.hpp"

#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/device/ledger_api.hpp"
#include "features/device/reach_api.hpp"
#include "features/device/undo_store.hpp"

#include <algorithm>

namespace hoshuban::device {

struct UndoAct {
    std::string reason;
};

inline auto describe(const UndoAct*)
{
    using B = UndoAct;
    return json::object<B>(
        "UndoAct", json::field("reason", &B::reason, {"取り消す理由", "Reason"}, json::length(1, 1000)));
}

struct RegisterActView {
    ActId id;
    ActKind kind;
    std::string name;
    std::string reason;
    int units;
    std::string person_name;
    Instant done_at;
    std::optional<Instant> undone_at;
    std::string undone_by;
    std::string undone_reason;
    bool may_undo;
};

inline auto describe(const RegisterActView*)
{
    using V = RegisterActView;
    return json::object<V>("RegisterAct", json::field("id", &V::id), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("name", &V::name, {"ファイル", "File"}), json::field("reason", &V::reason, {"理由", "Reason"}),
        json::field("units", &V::units, {"台数", "Units"}),
        json::field("person_name", &V::person_name, {"変更した人", "Changed by"}),
        json::field("done_at", &V::done_at, {"日時", "At"}),
        json::field("undone_at", &V::undone_at, {"取消日時", "Taken back at"}),
        json::field("undone_by", &V::undone_by, {"取り消した人", "Taken back by"}),
        json::field("undone_reason", &V::undone_reason, {"取消の理由", "Why it was taken back"}),
        json::field("may_undo", &V::may_undo, {"取り消せる", "May be taken back"}));
}

struct RegisterActListView {
    std::vector<RegisterActView> items;
};

inline auto describe(const RegisterActListView*)
{
    using V = RegisterActListView;
    return json::object<V>("RegisterActs", json::field("items", &V::items));
}

namespace {

constexpr int shown_acts = 100;

Undoer undoer_of(const http::Context& context)
{
    const auto roles = context.actor().roles(context.path<ContractId>("contract"));
    return {context.actor().person, std::ranges::find(roles, Role::responsible) != roles.end(), day_of(context.now()),
        context.actor().side(context.path<ContractId>("contract"))};
}

Result<RegisterActListView> show_acts(http::Context& context)
{
    TRY(check_whole(context));
    const Undoer who = undoer_of(context);
    return context.database().read([&](db::Reader& reader) {
        RegisterActListView view;
        for (const RegisterAct& act : list_acts(reader, context.path<ContractId>("contract"), shown_acts)) {
            view.items.push_back({act.id, act.kind, act.name, act.reason, act.units, act.person_name, act.done_at,
                act.undone_at, act.undone_by_name, act.undone_reason, check_undo(act, who).has_value()});
        }
        return view;
    });
}

Result<RegisterActListView> undo_act(
    http::Context& context, const UndoAct& body, contract::ProfileCache& profiles, const BuiltSince& built_since)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    TRY_ASSIGN(const auto undone, context.database().write([&](db::Tx& tx) -> Result<Undone> {
        TRY_ASSIGN(auto taken_back,
            undo(
                tx, contract, audit::cause_of(context), context.path<ActId>("act"), undoer_of(context), body.reason,
                [&] { return context.new_id<DeviceId>().text; }, built_since));
        await_editions(tx, *profile, *calendar, taken_back.act.units, taken_back.divisions, context.now());
        return taken_back;
    }));
    profiles.forget(contract);
    renew_editions(context, profiles, undone.act.units);
    return show_acts(context);
}

}

void add_undo_routes(http::Router& router, contract::ProfileCache& profiles, const BuiltSince& built_since)
{
    const std::string acts = "/api/v1/contracts/{contract}/register/acts";
    router.get(acts, show_acts)
        .permission(Permission::move_device)
        .summary({"まとめた変更（取込・一括変更）の一覧", "Changes of many units at once"});
    router
        .post(acts + "/{act}/undo",
            [&profiles, built_since](
                http::Context& context, const UndoAct& body) { return undo_act(context, body, profiles, built_since); })
        .permission(Permission::move_device)
        .takes_long()
        .summary({"まとめた変更を取り消す", "Take a change of many units back"});
}

}
