#include "features/approval/approval_api.hpp"

#include "features/approval/approval_store.hpp"
#include "features/approval/approver_api.hpp"
#include "features/approval/body_api.hpp"
#include "features/approval/decision_api.hpp"
#include "features/approval/register_api.hpp"
#include "features/approval/register_store.hpp"
#include "features/approval/surroundings_api.hpp"
#include "features/audit/view_log_job.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/work_request/work_request_store.hpp"

namespace hoshuban::approval {
namespace {

work_request::Reach seen_by(const http::Context& context)
{
    return work_request::reach_of(context.actor(), context.path<ContractId>("contract"), Permission::view_approval);
}

Application application_from(const AskBody& body)
{
    return {.kind = body.kind,
        .title = body.title,
        .reason = body.reason,
        .request = body.request_id,
        .acts = body.acts,
        .devices = body.devices,
        .site = body.site_id,
        .room = body.room,
        .from = body.from,
        .until = body.until};
}

Result<void> check_alone(const contract::Profile& profile, const std::string& id)
{
    const contract::ApprovalKind* kind = contract::find_approval_kind(profile, id);
    if (!kind || stands_for_itself(kind->effect))
        return {};
    return fail(ErrorKind::invalid, "approval/about_a_row",
        {"この種類の承認は、手順書・日程・従事者などの画面から申請します。",
            "this kind is applied for on the page of what it is about"});
}

Result<http::Created<ApprovalDetail>> ask_approval(
    http::Context& context, const AskBody& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    TRY(check_alone(*profile, body.kind));
    const auto reach = seen_by(context);
    const auto id = context.new_id<ApprovalId>();
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<ApprovalDetail>> {
        if (body.request_id)
            TRY(work_request::get(tx, reach, *body.request_id));
        TRY(ask(tx, *profile, *calendar, audit::cause_of(context), id, application_from(body)));
        TRY_ASSIGN(const Listed row, get(tx, reach, id));
        return http::Created<ApprovalDetail>{
            detail_of(row, surroundings_of(tx, row.approval), {*profile, context.actor(), context.now()}),
            context.request().path + "/" + id.text};
    });
}

Result<http::Versioned<ApprovalDetail>> show_approval(http::Context& context, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    const auto id = context.path<ApprovalId>("id");
    auto shown = context.database().read([&](db::Reader& reader) -> Result<http::Versioned<ApprovalDetail>> {
        TRY_ASSIGN(const Listed row, get(reader, seen_by(context), id));
        return http::Versioned<ApprovalDetail>{
            detail_of(row, surroundings_of(reader, row.approval), {*profile, context.actor(), context.now()}),
            row.approval.version};
    });
    TRY(shown);
    audit::Entry entry = audit::entry(context, contract, "approval.viewed", {"approval", id.text});
    entry.act = audit::Act::reading;
    rooms.views.record(std::move(entry));
    return shown;
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(get(reader, seen_by(context), context.path<ApprovalId>("id")));
    return {};
}

Result<void> check_attach(const http::Context& context, db::Reader& reader)
{
    TRY_ASSIGN(const Listed row, get(reader, seen_by(context), context.path<ApprovalId>("id")));
    if (takes_files(row.approval))
        return {};
    return fail(ErrorKind::conflict, "approval/settled",
        {"取り下げ・差し戻し・無効になった申請には添付できません。",
            "nothing can be attached to an application that was withdrawn, sent back or voided"});
}

void add_routes(http::Router& router, const Rooms& rooms, const Reactions& reactions)
{
    contract::ProfileCache& profiles = rooms.profiles;
    const std::string all = "/api/v1/contracts/{contract}/approvals";
    add_register_routes(router, profiles);
    router
        .post(all,
            [&profiles](http::Context& context, const AskBody& body) { return ask_approval(context, body, profiles); })
        .permission(Permission::ask_approval)
        .summary({"承認・許可を申請する", "Apply for an approval"});
    router.get(all + "/{id}", [rooms](http::Context& context) { return show_approval(context, rooms); })
        .permission(Permission::view_approval)
        .summary({"承認・許可を見る", "Show an approval"});
    add_decision_routes(router, profiles, reactions);
    add_approver_routes(router, profiles);
}

}
