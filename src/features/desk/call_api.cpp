#include "features/desk/call_api.hpp"

#include "features/attachment/attachment_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/desk/body_api.hpp"
#include "features/desk/call_store.hpp"
#include "features/desk/directory_store.hpp"
#include "features/desk/view_api.hpp"
#include "features/device/register_store.hpp"

#include <fmt/format.h>

namespace hoshuban::desk {
namespace {

using OneCall = http::Versioned<CallView>;

/// What a call is checked against and counted with.
struct CallGround {
    contract::MakerDesk desk = {};
    std::shared_ptr<const WorkingCalendar> calendar = {}; ///< null: the desk has no hours
};

Result<CallGround> ground_for(db::Reader& reader, const contract::Profile& profile, const std::string& id)
{
    const contract::MakerDesk* desk = find_desk(profile, id);
    if (desk == nullptr) {
        const Text text{
            "この契約の窓口ではありません。一覧から選んでください。", "no desk of this contract: choose one"};
        return fail(ErrorKind::invalid, "desk/unknown_desk", text, {{"desk", "desk/unknown_desk", text}});
    }
    TRY_ASSIGN(auto calendars, calendars_of(reader, profile.id, *desk, entered(reader, profile.id)));
    return CallGround{*desk, std::move(calendars.desk)};
}

Result<std::optional<Due>> due_of(const CallGround& ground, const CallFacts& facts)
{
    if (!ground.calendar)
        return std::nullopt;
    return visit_due(ground.desk, *ground.calendar, facts);
}

// What is called when people say which unit it is.
Result<std::string> unit_text(db::Reader& reader, const contract::Profile& profile, const CallFacts& facts)
{
    if (!facts.device)
        return std::string{};
    TRY_ASSIGN(const auto device, device::get_device(reader, profile.id, *facts.device));
    return fmt::format("{} {}", device.number, device.model);
}

Result<OneCall> whole_view(
    db::Reader& reader, const http::Context& context, const contract::Profile& profile, const Call& call)
{
    CallView view = view_of(call, day_of(context.now()));
    view.may_keep = context.actor().may(Permission::keep_support, profile.id);
    if (find_desk(profile, call.facts.desk) == nullptr)
        return OneCall{view, call.version};
    TRY_ASSIGN(const auto ground, ground_for(reader, profile, call.facts.desk));
    TRY_ASSIGN(const auto due, due_of(ground, call.facts));
    if (due) {
        for (const Step& step : due->explanation)
            view.explanation.push_back(step.text);
    }
    const auto files = attachment::list(reader, profile.id, subject_of(call));
    if (!call.closed)
        view.missing = missing_for_closing(ground.desk, call.facts, static_cast<int>(files.size()));
    return OneCall{view, call.version};
}

Result<CallPageView> show_calls(http::Context& context, const CallQuery& query)
{
    const auto contract = context.path<ContractId>("contract");
    const CallFilter filter{.only_open = query.open,
        .desk = query.desk.value_or(""),
        .device = query.device.value_or(""),
        .incident = query.incident.value_or(""),
        .words = query.q.value_or("")};
    return context.database().read([&](db::Reader& reader) -> Result<CallPageView> {
        TRY_ASSIGN(const auto page, list_calls(reader, contract, filter, query.cursor.value_or(""), query.limit));
        CallPageView view{.may_keep = context.actor().may(Permission::keep_support, contract)};
        for (const Call& call : page.calls)
            view.items.push_back(view_of(call, day_of(context.now())));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Result<OneCall> show_call(http::Context& context, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<OneCall> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, contract));
        TRY_ASSIGN(const auto call, get_call(reader, contract, context.path<CallId>("id")));
        return whole_view(reader, context, *profile, call);
    });
}

// The call as what was written makes it, and by when the desk has to come.
Result<std::optional<Due>> write_into(
    db::Reader& reader, const contract::Profile& profile, const CallGround& ground, Call& call, Instant now)
{
    TRY_ASSIGN(call.facts, settled(ground.desk, call.facts, now));
    TRY_ASSIGN(call.unit, unit_text(reader, profile, call.facts));
    call.desk_name = ground.desk.desk;
    TRY_ASSIGN(auto due, due_of(ground, call.facts));
    call.visit_due = due ? std::optional{due->day} : std::nullopt;
    return due;
}

Result<http::Created<CallView>> make_call(
    http::Context& context, const CallFacts& body, contract::ProfileCache& profiles)
{
    Call call{.id = context.new_id<CallId>(),
        .contract_id = context.path<ContractId>("contract"),
        .facts = body,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<CallView>> {
        TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, call.contract_id));
        TRY_ASSIGN(const auto ground, ground_for(tx, *profile, body.desk));
        TRY_ASSIGN(const auto due, write_into(tx, *profile, ground, call, context.now()));
        insert(tx, audit::cause_of(context), call, due, ground.calendar.get());
        TRY_ASSIGN(auto view, whole_view(tx, context, *profile, call));
        return http::Created<CallView>{std::move(view.value), context.request().path + "/" + call.id.text};
    });
}

std::unexpected<Error> refused_closed()
{
    return fail(ErrorKind::conflict, "desk/call_closed",
        {"完了した問合せです。直すときは先に再開してください。", "the call is closed: open it again to change it"});
}

Result<OneCall> change_call(http::Context& context, const CallFacts& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int version, context.if_match());
    const auto contract = context.path<ContractId>("contract");
    return context.database().write([&](db::Tx& tx) -> Result<OneCall> {
        TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, contract));
        TRY_ASSIGN(const auto before, get_call_version(tx, contract, context.path<CallId>("id"), version));
        if (before.closed)
            return refused_closed();
        TRY_ASSIGN(const auto ground, ground_for(tx, *profile, body.desk));
        Call wanted = before;
        wanted.facts = body;
        TRY_ASSIGN(const auto due, write_into(tx, *profile, ground, wanted, context.now()));
        const Call after =
            update(tx, audit::cause_of(context), "desk_call.changed", before, wanted, due, ground.calendar.get());
        return whole_view(tx, context, *profile, after);
    });
}

Result<void> check_complete(db::Reader& reader, const CallGround& ground, const Call& call)
{
    const auto files = attachment::list(reader, call.contract_id, subject_of(call));
    const auto missing = missing_for_closing(ground.desk, call.facts, static_cast<int>(files.size()));
    if (missing.empty())
        return {};
    std::vector<FieldError> fields;
    for (const Text& each : missing)
        fields.push_back({"", "desk/missing", each});
    return fail(ErrorKind::conflict, "desk/missing",
        {"まだ完了できません。" + missing.front().ja, "it cannot be closed yet. " + missing.front().en},
        std::move(fields));
}

Result<OneCall> turn_call(http::Context& context, contract::ProfileCache& profiles, bool close)
{
    TRY_ASSIGN(const int version, context.if_match());
    const auto contract = context.path<ContractId>("contract");
    return context.database().write([&](db::Tx& tx) -> Result<OneCall> {
        TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, contract));
        TRY_ASSIGN(const auto before, get_call_version(tx, contract, context.path<CallId>("id"), version));
        TRY_ASSIGN(const auto ground, ground_for(tx, *profile, before.facts.desk));
        if (close && before.closed)
            return refused_closed();
        if (close) {
            TRY(check_complete(tx, ground, before));
        }
        Call wanted = before;
        wanted.closed = close;
        TRY_ASSIGN(const auto due, due_of(ground, before.facts));
        const Call after = update(tx, audit::cause_of(context), close ? "desk_call.closed" : "desk_call.reopened",
            before, wanted, due, ground.calendar.get());
        return whole_view(tx, context, *profile, after);
    });
}

void add_turn_routes(http::Router& router, contract::ProfileCache& profiles, const std::string& one)
{
    router.post(one + "/close", [&profiles](http::Context& context) { return turn_call(context, profiles, true); })
        .permission(Permission::keep_support)
        .summary({"問合せを完了する", "Close a call to a desk"});
    router.post(one + "/reopen", [&profiles](http::Context& context) { return turn_call(context, profiles, false); })
        .permission(Permission::keep_support)
        .summary({"完了した問合せを再開する", "Open a closed call again"});
}

}

Result<void> check_call_seen(const http::Context& context, db::Reader& reader)
{
    TRY(get_call(reader, context.path<ContractId>("contract"), context.path<CallId>("id")));
    return {};
}

Result<void> check_call_attach(const http::Context& context, db::Reader& reader)
{
    TRY_ASSIGN(const auto call, get_call(reader, context.path<ContractId>("contract"), context.path<CallId>("id")));
    if (call.closed)
        return refused_closed();
    return {};
}

void add_call_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/desk-calls";
    router.get(all, show_calls)
        .permission(Permission::view_support)
        .summary({"窓口への問合せの一覧", "List calls to desks"});
    router
        .post(all,
            [&profiles](http::Context& context, const CallFacts& body) { return make_call(context, body, profiles); })
        .permission(Permission::keep_support)
        .summary({"窓口への問合せを記録する", "Record a call to a desk"});
    router.get(all + "/{id}", [&profiles](http::Context& context) { return show_call(context, profiles); })
        .permission(Permission::view_support)
        .summary({"窓口への問合せを見る", "Show a call to a desk"});
    router
        .put(all + "/{id}",
            [&profiles](http::Context& context, const CallFacts& body) { return change_call(context, body, profiles); })
        .permission(Permission::keep_support)
        .summary({"窓口への問合せの記録を変える", "Change a call to a desk"});
    add_turn_routes(router, profiles, all + "/{id}");
}

}
