#include "features/approval/decision_api.hpp"

#include "features/approval/approval_store.hpp"
#include "features/approval/body_api.hpp"
#include "features/approval/register_store.hpp"
#include "features/approval/surroundings_api.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"

#include <fmt/format.h>
#include <functional>

namespace hoshuban::approval {
namespace {

using One = http::Versioned<ApprovalDetail>;
using Act = std::function<Result<Approval>(
    db::Tx&, const contract::Profile&, const WorkingCalendar&, const audit::Cause&, const Approval&)>;

/// What the routes of one application share.
struct Desk {
    contract::ProfileCache& profiles;
    Reactions reactions;
};

Result<void> react(
    const Desk& desk, db::Tx& tx, const audit::Cause& cause, const Approval& before, const Approval& after)
{
    if (after.state == before.state)
        return {};
    const auto found = desk.reactions.find(after.asked.subject.kind);
    return found == desk.reactions.end() ? Result<void>{} : found->second(tx, cause, after);
}

Result<Listed> get_version(db::Reader& reader, const work_request::Reach& reach, const ApprovalId& id, int version)
{
    TRY_ASSIGN(Listed row, get(reader, reach, id));
    if (row.approval.version != version) {
        return fail(ErrorKind::precondition, "approval/changed",
            {fmt::format(
                 "ほかの人が先に操作しました（現在の版は{}）。最新の内容を確かめてください。", row.approval.version),
                fmt::format("somebody else was first (version is now {}): load it again", row.approval.version)});
    }
    return row;
}

// The frame of every act on one application: version, act, what its owner does about it; one transaction.
Result<One> carry_out(http::Context& context, const Desk& desk, const Act& act)
{
    const auto contract = context.path<ContractId>("contract");
    const auto id = context.path<ApprovalId>("id");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), desk.profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    TRY_ASSIGN(const int version, context.if_match());
    const auto reach = work_request::reach_of(context.actor(), contract, Permission::view_approval);
    const audit::Cause cause = audit::cause_of(context);
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const Listed before, get_version(tx, reach, id, version));
        TRY_ASSIGN(const Approval after, act(tx, *profile, *calendar, cause, before.approval));
        TRY(react(desk, tx, cause, before.approval, after));
        TRY_ASSIGN(const Listed now, get(tx, reach, id));
        return One{detail_of(now, surroundings_of(tx, now.approval), {*profile, context.actor(), context.now()}),
            now.approval.version};
    });
}

Result<One> decide_approval(http::Context& context, const DecideBody& body, const Desk& desk)
{
    const Judgement judgement{body.verdict, body.content_sha256, body.opinion, body.conditions};
    return carry_out(context, desk,
        [&](db::Tx& tx, const contract::Profile& profile, const WorkingCalendar& calendar, const audit::Cause& cause,
            const Approval& approval) { return decide(tx, profile, calendar, cause, approval, judgement); });
}

Result<One> withdraw_approval(http::Context& context, const WithdrawBody& body, const Desk& desk)
{
    return carry_out(context, desk,
        [&](db::Tx& tx, const contract::Profile&, const WorkingCalendar&, const audit::Cause& cause,
            const Approval& approval) { return withdraw(tx, cause, approval, body.reason); });
}

}

void add_decision_routes(http::Router& router, contract::ProfileCache& profiles, const Reactions& reactions)
{
    const std::string one = "/api/v1/contracts/{contract}/approvals/{id}";
    const Desk desk{profiles, reactions};
    router
        .post(one + "/decide",
            [desk](http::Context& context, const DecideBody& body) { return decide_approval(context, body, desk); })
        .permission(Permission::decide_approval)
        .summary({"承認・許可を判断する", "Decide on an approval"});
    router
        .post(one + "/withdraw",
            [desk](http::Context& context, const WithdrawBody& body) { return withdraw_approval(context, body, desk); })
        .permission(Permission::ask_approval)
        .summary({"申請を取り下げる", "Withdraw an application"});
}

}
