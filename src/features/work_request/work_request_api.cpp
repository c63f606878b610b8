#include "features/work_request/work_request_api.hpp"

#include "features/audit/view_log_job.hpp"
#include "features/contract/contract_store.hpp"
#include "features/work_request/act_api.hpp"
#include "features/work_request/cell_api.hpp"
#include "features/work_request/event_api.hpp"
#include "features/work_request/export_api.hpp"
#include "features/work_request/import_api.hpp"
#include "features/work_request/list_api.hpp"
#include "features/work_request/opening.hpp"
#include "features/work_request/opening_store.hpp"
#include "features/work_request/period.hpp"
#include "features/work_request/quota_api.hpp"
#include "features/work_request/today_api.hpp"
#include "features/work_request/work_request_store.hpp"

#include <cmath>
#include <functional>

namespace hoshuban::work_request {
namespace {

using One = http::Versioned<WorkRequestView>;

Opening opening_from(const NewWorkRequest& body, const Reach& writing, const http::Context& context)
{
    const LocalDay entered = body.entered_on.value_or(day_of(context.now()));
    const std::string& writer = context.actor().name;
    return {
        .title = body.title,
        .body = body.body,
        .entered_on = entered,
        .wish_on = body.wish_on.value_or(default_wish_on(entered)),
        .city_person = body.city_person.value_or(writing.whole ? writer : ""),
        .division = body.division.value_or(""),
        .division_person = body.division_person.value_or(writing.whole ? "" : writer),
        .contractor = "",
        .contractor_person = body.contractor_person.value_or(""),
        .work_types = body.work_types,
        .site = body.site_id,
        .device = body.device_id,
        .agreement = body.agreement.value_or(""),
    };
}

Result<http::Created<WorkRequestView>> create_work_request(
    http::Context& context, const NewWorkRequest& body, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    const Reach writing = reach_of(context.actor(), contract, Permission::write_work_request);
    TRY_ASSIGN(const Opening opening, within_reach(opening_from(body, writing, context), writing));
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<WorkRequestView>> {
        TRY_ASSIGN(auto request,
            open_request(tx, *profile, opening, context.new_id<WorkRequestId>(), context.now(), rooms.kept_runs));
        TRY(take_texts(request));
        record_creation(tx, context, {"work_request.created", opening.agreement}, request);
        std::string location = context.request().path + "/" + request.id.text;
        return http::Created<WorkRequestView>{
            view_of(std::move(request), *profile, context.actor()), std::move(location)};
    });
}

Result<One> show_work_request(http::Context& context, audit::ViewLog& views, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    const auto id = context.path<WorkRequestId>("id");
    const Reach reach = reach_of(context.actor(), contract);
    TRY_ASSIGN(auto request, context.database().read([&](db::Reader& reader) { return get(reader, reach, id); }));
    record_view(views, context, request);
    const int version = request.version;
    return One{view_of(std::move(request), *profile, context.actor()), version};
}

template <class T>
void put(T& target, const std::optional<T>& value)
{
    if (value)
        target = *value;
}

void put_hours(std::optional<Hours>& target, const std::optional<std::optional<double>>& value)
{
    if (value)
        target = *value ? std::optional{Hours{static_cast<int>(std::lround(**value * 10))}} : std::nullopt;
}

WorkRequest edited(WorkRequest request, const EditWorkRequest& body)
{
    put(request.title, body.title);
    put(request.body, body.body);
    put(request.entered_on, body.entered_on);
    if (body.wish_on)
        request.wish_on = body.wish_on;
    put(request.city_person, body.city_person);
    put(request.division, body.division);
    put(request.division_person, body.division_person);
    put(request.contractor, body.contractor);
    put(request.contractor_person, body.contractor_person);
    put(request.received_on, body.received_on);
    put(request.result, body.result);
    put_hours(request.planned_hours, body.planned_hours);
    put_hours(request.actual_hours, body.actual_hours);
    put(request.work_types, body.work_types);
    put(request.site, body.site_id);
    put(request.device, body.device_id);
    return request;
}

Result<One> edit_work_request(http::Context& context, const EditWorkRequest& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    const auto id = context.path<WorkRequestId>("id");
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto before, get_version(tx, reach_of(context.actor(), contract), id, version));
        TRY_ASSIGN(const Side side, writing_side(context.actor(), before));
        WorkRequest wanted = edited(before, body);
        if (side == Side::city)
            wanted.declined.clear(); // a change asks again
        TRY(check_edit(before, wanted, side));
        TRY(check_period(profile->period, &before, wanted, day_of(context.now())));
        TRY(check_links(*profile, wanted));
        TRY(writing_side(context.actor(), wanted)); // nobody moves a request to where he may not write
        TRY(take_texts(wanted));
        TRY_ASSIGN(auto after, update(tx, std::move(wanted), context.now()));
        record_change(tx, context, {"work_request.changed"}, before, after);
        const int now = after.version;
        return One{view_of(std::move(after), *profile, context.actor()), now};
    });
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    const Reach reach = reach_of(context.actor(), context.path<ContractId>("contract"));
    TRY(get(reader, reach, context.path<WorkRequestId>("id")));
    return {};
}

// Both sides attach until the request is completed; afterwards the file set is what was confirmed.
Result<void> check_attach(const http::Context& context, db::Reader& reader)
{
    const Reach reach = reach_of(context.actor(), context.path<ContractId>("contract"));
    TRY_ASSIGN(const auto request, get(reader, reach, context.path<WorkRequestId>("id")));
    TRY(check_may(context.actor(), Permission::comment, request));
    if (request.status != Status::done)
        return {};
    return fail(ErrorKind::conflict, "work_request/wrong_state",
        {"完了した依頼には添付できません。", "nothing can be attached to a completed request"});
}

void add_routes(http::Router& router, const Rooms& rooms)
{
    contract::ProfileCache& profiles = rooms.profiles;
    audit::ViewLog& views = rooms.views;
    const std::string all = "/api/v1/contracts/{contract}/work-requests";
    add_list_routes(router, profiles);
    router
        .post(all,
            [rooms](http::Context& context, const NewWorkRequest& body) {
                return create_work_request(context, body, rooms);
            })
        .permission(Permission::write_work_request)
        .summary({"作業依頼を書く", "Write a work request"});
    router
        .get(all + "/{id}",
            [&views, &profiles](http::Context& context) { return show_work_request(context, views, profiles); })
        .permission(Permission::view_work_request)
        .summary({"作業依頼を見る", "Show a work request"});
    router
        .patch(all + "/{id}",
            [&profiles](http::Context& context, const EditWorkRequest& body) {
                return edit_work_request(context, body, profiles);
            })
        .permission(Permission::view_work_request)
        .summary({"自分の側の欄を直す", "Correct the columns of one's own side"});
    add_act_routes(router, profiles, rooms.progress);
    add_cell_routes(router, profiles);
    add_import_routes(router, profiles, rooms.clock);
    add_export_routes(router, profiles);
    add_quota_routes(router, profiles, rooms.kept_runs);
    add_today_routes(router, profiles, rooms.kept_runs);
}

}
