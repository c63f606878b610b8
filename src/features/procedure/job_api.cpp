#include "features/procedure/job_api.hpp"

#include "features/audit/audit.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/procedure/job_store.hpp"
#include "features/work_request/work_request_store.hpp"
#include "formats/json.hpp"

namespace hoshuban::procedure {

static auto describe(const Readiness*)
{
    using R = Readiness;
    return json::object<R>("ProcedureReadiness", json::field("needed", &R::needed, {"手順書が要る", "Needed"}),
        json::field("missing", &R::missing, {"足りないもの", "What is missing"}),
        json::field("opener", &R::opener, {"動く側", "Side that has to act"}),
        json::field("followed", &R::followed, {"従う手順書", "Procedures it may go by"}),
        json::field("text", &R::text, {"説明", "Explanation"}));
}

struct FollowedView {
    ProcedureId procedure_id;
    std::string number;
    Kind kind;
    std::string title;
    ProcedureVersionId version_id;
    int sequence;
    std::string edition;
    std::string citation;
    JobState state;
    std::optional<ApprovalId> approval_id;
    std::string content_sha256;
    std::vector<std::string> acts;
    std::vector<DeviceId> devices;
    std::string reason;
    std::string cited_by;
    Instant cited_at;
    std::optional<Instant> settled_at;
};

static auto describe(const FollowedView*)
{
    using V = FollowedView;
    return json::object<V>("FollowedProcedure", json::field("procedure_id", &V::procedure_id),
        json::field("number", &V::number, {"手順書番号", "Number"}), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("title", &V::title, {"名称", "Title"}), json::field("version_id", &V::version_id),
        json::field("sequence", &V::sequence), json::field("edition", &V::edition),
        json::field("citation", &V::citation, {"引用", "As papers cite it"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("approval_id", &V::approval_id, {"承認", "Approval"}),
        json::field("content_sha256", &V::content_sha256, {"内容のハッシュ", "Hash of the content"}),
        json::field("acts", &V::acts, {"行う行為", "Acts it covers"}),
        json::field("devices", &V::devices, {"機器", "Devices it covers"}),
        json::field("reason", &V::reason, {"理由・条件", "Reason or conditions"}),
        json::field("cited_by", &V::cited_by, {"提出した人", "Handed in by"}),
        json::field("cited_at", &V::cited_at, {"提出日時", "Handed in at"}),
        json::field("settled_at", &V::settled_at, {"決まった日時", "Settled at"}));
}

struct JobView {
    contract::ProcedureMode mode;
    Readiness readiness;
    std::vector<FollowedView> followed;
    std::vector<std::string> usual_acts;
    std::vector<DeviceId> usual_devices;
    std::optional<Text> approval;
    bool can_submit;
};

static auto describe(const JobView*)
{
    using V = JobView;
    return json::object<V>("JobProcedures", json::field("mode", &V::mode, {"契約の決まり", "Rule of the contract"}),
        json::field("readiness", &V::readiness), json::field("followed", &V::followed, {"従う手順書", "Procedures"}),
        json::field("usual_acts", &V::usual_acts, {"作業種別が行う行為", "Acts that its work types perform"}),
        json::field("usual_devices", &V::usual_devices, {"対象の機器", "Its devices"}),
        json::field("approval", &V::approval, {"必要な承認", "Approval that an own procedure needs"}),
        json::field("can_submit", &V::can_submit, {"提出できる", "May hand in"}));
}

struct SubmitProcedure {
    ProcedureVersionId version_id;
    std::vector<std::string> acts;
    std::vector<DeviceId> devices;
    std::optional<std::string> reason;
};

static auto describe(const SubmitProcedure*)
{
    using S = SubmitProcedure;
    return json::object<S>("SubmitProcedure", json::field("version_id", &S::version_id, {"版", "Version"}),
        json::field("acts", &S::acts, {"行う行為", "Acts"}, json::items(0, 50), json::defaulted()),
        json::field("devices", &S::devices, {"機器", "Devices"}, json::items(0, 3000), json::defaulted()),
        json::field("reason", &S::reason, {"説明", "Explanation"}, json::length(0, 2000)));
}

namespace {

using work_request::WorkRequest;

FollowedView view_of(const Followed& followed)
{
    const auto& [procedure, version, job, steps] = followed;
    return {.procedure_id = procedure.id,
        .number = procedure.number,
        .kind = procedure.kind,
        .title = procedure.title,
        .version_id = version.id,
        .sequence = version.sequence,
        .edition = version.edition,
        .citation = citation(procedure, version),
        .state = job.state,
        .approval_id = job.approval,
        .content_sha256 = job.content_sha256,
        .acts = job.acts,
        .devices = job.devices,
        .reason = job.reason,
        .cited_by = job.cited_by,
        .cited_at = job.cited_at,
        .settled_at = job.settled_at};
}

bool may_submit(const http::Context& context, const WorkRequest& request)
{
    const bool open =
        request.status == work_request::Status::requested || request.status == work_request::Status::in_progress;
    return open && work_request::may(context.actor(), Permission::edit_procedure, request);
}

JobView view_of(
    db::Reader& reader, const http::Context& context, const contract::Profile& profile, const WorkRequest& request)
{
    const auto followed = followed_by(reader, request.contract_id, request.id);
    JobView view{.mode = profile.work.procedure,
        .readiness = readiness(reader, profile, request, followed),
        .followed = {},
        .usual_acts = usual_acts(profile, request.work_types),
        .usual_devices = devices_of(request, followed),
        .approval = std::nullopt,
        .can_submit = may_submit(context, request)};
    for (const Followed& each : followed)
        view.followed.push_back(view_of(each));
    if (const auto* kind = approval_needed(profile, Kind::own, request.work_types))
        view.approval = kind->label;
    return view;
}

Result<JobView> show_job(http::Context& context, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    return context.database().read([&](db::Reader& reader) -> Result<JobView> {
        const auto reach = work_request::reach_of(context.actor(), contract);
        TRY_ASSIGN(const auto request, work_request::get(reader, reach, context.path<WorkRequestId>("id")));
        return view_of(reader, context, *profile, request);
    });
}

Result<JobView> submit_procedure(http::Context& context, const SubmitProcedure& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    return context.database().write([&](db::Tx& tx) -> Result<JobView> {
        const auto reach = work_request::reach_of(context.actor(), contract);
        TRY_ASSIGN(const auto request, work_request::get(tx, reach, context.path<WorkRequestId>("id")));
        TRY(work_request::check_may(context.actor(), Permission::edit_procedure, request));
        TRY(submit(tx, *profile, *calendar, audit::cause_of(context), request, body.version_id,
            {body.acts, body.devices}, context.new_id<ApprovalId>(), body.reason.value_or("")));
        return view_of(tx, context, *profile, request);
    });
}

Result<JobView> drop_procedure(http::Context& context, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    return context.database().write([&](db::Tx& tx) -> Result<JobView> {
        const auto reach = work_request::reach_of(context.actor(), contract);
        TRY_ASSIGN(const auto request, work_request::get(tx, reach, context.path<WorkRequestId>("id")));
        TRY(work_request::check_may(context.actor(), Permission::edit_procedure, request));
        TRY(drop(tx, audit::cause_of(context), contract, request.id, context.path<ProcedureVersionId>("version")));
        return view_of(tx, context, *profile, request);
    });
}

}

void add_job_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/contracts/{contract}/work-requests/{id}/procedures";
    contract::ProfileCache& profiles = rooms.profiles;
    router.get(all, [&profiles](http::Context& context) { return show_job(context, profiles); })
        .permission(Permission::view_procedure)
        .summary({"作業が従う手順書と、その承認", "Procedures of a job and their approval"});
    router
        .post(all,
            [&profiles](http::Context& context, const SubmitProcedure& body) {
                return submit_procedure(context, body, profiles);
            })
        .permission(Permission::edit_procedure)
        .summary({"作業に手順書を提出する、または選ぶ", "Hand in or cite a procedure for a job"});
    router.del(all + "/{version}", [&profiles](http::Context& context) { return drop_procedure(context, profiles); })
        .permission(Permission::edit_procedure)
        .summary({"作業から手順書を外す", "Take a procedure from a job"});
}

}
