#include "features/work_request/act_api.hpp"

#include "features/contract/contract_store.hpp"
#include "features/work_request/event_api.hpp"
#include "features/work_request/work_request_change.hpp"
#include "features/work_request/work_request_store.hpp"

#include <cmath>
#include <functional>

namespace hoshuban::work_request {
namespace {

using Decide = std::function<Result<WorkRequest>(WorkRequest)>;

struct Act {
    Permission permission;
    std::string_view kind; ///< of the event
    std::string reason = {};
    Progress::Check check = {}; ///< of other rooms
};

Hours hours_from(double hours)
{
    return {static_cast<int>(std::lround(hours * 10))};
}

std::optional<Hours> hours_from(const std::optional<double>& hours)
{
    return hours ? std::optional{hours_from(*hours)} : std::nullopt;
}

// The frame of every act on one request: permission, version, decision, store, event; one transaction.
Result<http::Versioned<WorkRequestView>> carry_out(
    http::Context& context, contract::ProfileCache& profiles, const Act& act, const Decide& decide)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(context.require(act.permission, contract));
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const int version, context.if_match());
    const auto id = context.path<WorkRequestId>("id");
    return context.database().write([&](db::Tx& tx) -> Result<http::Versioned<WorkRequestView>> {
        TRY_ASSIGN(const auto before, get_version(tx, reach_of(context.actor(), contract), id, version));
        TRY(check_may(context.actor(), act.permission, before));
        if (act.check)
            TRY(act.check(tx, *profile, before, context.now()));
        TRY_ASSIGN(auto decided, decide(before));
        TRY(take_texts(decided));
        TRY_ASSIGN(auto after, update(tx, std::move(decided), context.now()));
        record_change(tx, context, {act.kind, act.reason}, before, after);
        const int now = after.version;
        return http::Versioned<WorkRequestView>{view_of(std::move(after), *profile, context.actor()), now};
    });
}

Result<http::Versioned<WorkRequestView>> accept_work_request(
    http::Context& context, const AcceptWorkRequest& body, contract::ProfileCache& profiles)
{
    const LocalDay today = day_of(context.now());
    return carry_out(
        context, profiles, {Permission::accept_work_request, "work_request.accepted"}, [&](WorkRequest request) {
            const LocalDay received = body.received_on.value_or(request.received_on.value_or(today));
            return accept(
                std::move(request), {hours_from(body.planned_hours), body.contractor_person.value_or(""), received});
        });
}

Result<http::Versioned<WorkRequestView>> decline_work_request(
    http::Context& context, const SendBack& body, contract::ProfileCache& profiles)
{
    return carry_out(context, profiles, {Permission::accept_work_request, "work_request.declined", body.reason},
        [&](WorkRequest request) { return decline(std::move(request), body.reason); });
}

Result<http::Versioned<WorkRequestView>> record_work_result(
    http::Context& context, const RecordResult& body, contract::ProfileCache& profiles, const Progress& progress)
{
    const LocalDay today = day_of(context.now());
    const Report report{body.result, body.procedure_followed, body.performed_on, body.performed_until,
        body.performed_by, hours_from(body.actual_hours)};
    const Act act{Permission::record_result, "work_request.result_recorded", {}, progress.report};
    return carry_out(
        context, profiles, act, [&](WorkRequest request) { return record_result(std::move(request), report, today); });
}

Result<http::Versioned<WorkRequestView>> sign_work_request(
    http::Context& context, contract::ProfileCache& profiles, const Progress& progress)
{
    const auto contract = context.path<ContractId>("contract");
    if (context.actor().administrator)
        return fail(ErrorKind::forbidden, "work_request/administrator_signs",
            {"管理者は業務の確認をできません。確認は、管理者でない利用者が自分の名前で行います。",
                "an administrator signs no business: somebody who is none confirms under their own name"});
    const Side side = context.actor().side(contract);
    const bool city = side == Side::city;
    const Act act{city ? Permission::sign_city : Permission::sign_contractor,
        city ? "work_request.city_signed" : "work_request.contractor_signed", {},
        city ? progress.confirm : progress.complete};
    const Signer signer{context.actor().person, context.actor().name, day_of(context.now())};
    return carry_out(
        context, profiles, act, [&](WorkRequest request) { return sign(std::move(request), side, signer); });
}

Result<http::Versioned<WorkRequestView>> return_work_request(
    http::Context& context, const SendBack& body, contract::ProfileCache& profiles)
{
    return carry_out(context, profiles, {Permission::sign_city, "work_request.sent_back", body.reason},
        [&](WorkRequest request) { return send_back(std::move(request), body.reason); });
}

Result<http::NoContent> comment_on_work_request(http::Context& context, const Comment& body)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(context.require(Permission::comment, contract));
    TRY(check_text("text", body.text));
    const auto id = context.path<WorkRequestId>("id");
    return context.database().write([&](db::Tx& tx) -> Result<http::NoContent> {
        TRY_ASSIGN(const auto request, get(tx, reach_of(context.actor(), contract), id));
        TRY(check_may(context.actor(), Permission::comment, request));
        record_act(tx, context, {"work_request.commented", body.text}, request);
        return http::NoContent{};
    });
}

}

void add_act_routes(http::Router& router, contract::ProfileCache& profiles, const Progress& progress)
{
    const std::string one = "/api/v1/contracts/{contract}/work-requests/{id}";
    router
        .post(one + "/accept",
            [&profiles](http::Context& context, const AcceptWorkRequest& body) {
                return accept_work_request(context, body, profiles);
            })
        .permission(Permission::accept_work_request)
        .summary({"作業依頼を受け付ける", "Accept a work request"});
    router
        .post(one + "/decline",
            [&profiles](
                http::Context& context, const SendBack& body) { return decline_work_request(context, body, profiles); })
        .permission(Permission::accept_work_request)
        .summary({"理由を付けて受け付けない", "Decline a work request with a reason"});
    router
        .post(one + "/result",
            [&profiles, progress](http::Context& context, const RecordResult& body) {
                return record_work_result(context, body, profiles, progress);
            })
        .permission(Permission::record_result)
        .summary({"作業結果を記録する", "Record the result of the work"});
    router
        .post(one + "/sign",
            [&profiles, progress](http::Context& context, const SignWorkRequest&) {
                return sign_work_request(context, profiles, progress);
            })
        .permission(Permission::view_work_request)
        .summary({"自分の側の確認をする", "Confirm for one's own side"});
    router
        .post(one + "/return",
            [&profiles](
                http::Context& context, const SendBack& body) { return return_work_request(context, body, profiles); })
        .permission(Permission::sign_city)
        .summary({"理由を付けて差し戻す", "Send back with a reason"});
    router.post(one + "/comments", comment_on_work_request)
        .permission(Permission::comment)
        .summary({"コメントを書く", "Write a comment"});
}

}
