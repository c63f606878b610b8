#include "core/typed_fields.hpp"
#include "features/approval/approval_store.hpp"
#include "features/media/body_api.hpp"
#include "features/media/media_facts.hpp"
#include "features/media/parts_api.hpp"
#include "features/work_request/work_request_store.hpp"

#include <algorithm>

namespace hoshuban::media {
namespace {

Result<void> check_device(const contract::Profile& profile, const std::optional<DeviceId>& device)
{
    if (!device || contract::find_device(profile, *device))
        return {};
    return fail(ErrorKind::invalid, "media/no_such_device", {"機器が見つかりません。", "no such device"},
        {{"device_id", "media/no_such_device", {"機器が見つかりません。", "no such device"}}});
}

Result<void> check_open(const work_request::WorkRequest& request)
{
    if (request.status != work_request::Status::done)
        return {};
    return fail(ErrorKind::conflict, "media/job_done",
        {"完了した依頼には、媒体の使用を予定できません。", "no use can be planned for a completed request"});
}

// The number of the permission to connect the medium, where the contract asks for one (MED-05).
Result<std::string> permission_to_connect(
    db::Reader& reader, const contract::Profile& profile, const Use& use, Instant at)
{
    if (!contract::find_act(profile, connecting))
        return std::string{};
    TRY_ASSIGN(const auto permitted,
        approval::permission_for(
            reader, profile, use.request, {std::string{connecting}, use.device, at, at + std::chrono::seconds{1}}));
    return permitted.number;
}

Result<MediumView> plan_use(http::Context& context, const PlanUse& body, const Rooms& rooms)
{
    TRY_ASSIGN(const auto terms, terms_of(context, rooms));
    TRY(check_device(*terms.profile, body.device_id));
    Use planned{.id = context.new_id<MediumUseId>(),
        .medium = context.path<MediumId>("id"),
        .request = body.request_id,
        .device = body.device_id,
        .planned_at = body.planned_at,
        .purpose = body.purpose,
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    TRY(take_fields({{"purpose", planned.purpose, 500, true}}));
    return context.database().write([&](db::Tx& tx) -> Result<MediumView> {
        TRY_ASSIGN(const auto medium, get(tx, terms.contract, planned.medium));
        TRY_ASSIGN(const auto request,
            work_request::get(tx, work_request::reach_of(context.actor(), terms.contract), planned.request));
        TRY(check_open(request));
        TRY(check_usable(medium, false, planned.planned_at));
        insert_use(tx, terms.contract, planned);
        record(tx, audit::cause_of(context), medium, {"medium.use_planned", facts_of(planned)});
        return whole_view(tx, medium, terms.around(context));
    });
}

Result<MediumView> record_use(http::Context& context, const RecordUse& body, const Rooms& rooms)
{
    TRY_ASSIGN(const auto terms, terms_of(context, rooms));
    const Instant at = body.used_at.value_or(context.now());
    return context.database().write([&](db::Tx& tx) -> Result<MediumView> {
        TRY_ASSIGN(const auto before, get(tx, terms.contract, context.path<MediumId>("id")));
        TRY_ASSIGN(auto planned, get_use(tx, terms.contract, before.id, context.path<MediumUseId>("use")));
        TRY_ASSIGN(auto used, use(std::move(planned), before, at, body.used_by, context.now()));
        TRY(check_usable(before, terms.profile->security.media_virus_check, at));
        TRY_ASSIGN(used.permission, permission_to_connect(tx, *terms.profile, used, at));
        update_use(tx, terms.contract, used);
        Medium after = before;
        after.used_at = std::max(before.used_at.value_or(at), at);
        after = update(tx, audit::cause_of(context), {"medium.used", facts_of(used)}, before, std::move(after));
        return whole_view(tx, after, terms.around(context));
    });
}

Result<MediumView> cancel_use(http::Context& context, const Rooms& rooms)
{
    TRY_ASSIGN(const auto terms, terms_of(context, rooms));
    return context.database().write([&](db::Tx& tx) -> Result<MediumView> {
        TRY_ASSIGN(const auto medium, get(tx, terms.contract, context.path<MediumId>("id")));
        TRY_ASSIGN(auto planned, get_use(tx, terms.contract, medium.id, context.path<MediumUseId>("use")));
        TRY_ASSIGN(const auto cancelled, cancel(std::move(planned)));
        update_use(tx, terms.contract, cancelled);
        record(tx, audit::cause_of(context), medium, {"medium.use_cancelled", facts_of(cancelled)});
        return whole_view(tx, medium, terms.around(context));
    });
}

Result<PlannedMediaView> list_planned(http::Context& context, const PlannedQuery& query, const Rooms& rooms)
{
    TRY_ASSIGN(const auto terms, terms_of(context, rooms));
    return context.database().read([&](db::Reader& reader) -> Result<PlannedMediaView> {
        TRY(work_request::get(reader, work_request::reach_of(context.actor(), terms.contract), query.request));
        const Readiness found = readiness(reader, *terms.profile, terms.contract, query.request, context.now());
        PlannedMediaView view{found.check_required, found.ready(), {}};
        for (const PlannedMedium& each : found.planned)
            view.items.push_back(
                {each.use, each.medium, each.label, each.name, each.planned_at, each.state, each.check, each.ready()});
        return view;
    });
}

}

void add_use_routes(http::Router& router, const Rooms& rooms)
{
    const std::string contract = "/api/v1/contracts/{contract}";
    const std::string uses = contract + "/media/{id}/uses";
    router.post(uses, [rooms](http::Context& context, const PlanUse& body) { return plan_use(context, body, rooms); })
        .permission(Permission::keep_media)
        .summary({"媒体の使用を予定する", "Plan the use of a medium"});
    router
        .post(uses + "/{use}/record",
            [rooms](http::Context& context, const RecordUse& body) { return record_use(context, body, rooms); })
        .permission(Permission::keep_media)
        .summary({"媒体を使ったことを記録する", "Record the use of a medium"});
    router.post(uses + "/{use}/cancel", [rooms](http::Context& context) { return cancel_use(context, rooms); })
        .permission(Permission::keep_media)
        .summary({"媒体の使用の予定を取り消す", "Cancel a planned use"});
    router
        .get(contract + "/planned-media",
            [rooms](http::Context& context, const PlannedQuery& query) { return list_planned(context, query, rooms); })
        .permission(Permission::view_media)
        .summary({"一つの依頼で使う予定の媒体", "List the media planned for a request"});
}

}
