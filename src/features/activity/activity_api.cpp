#include "features/activity/activity_api.hpp"

#include "features/activity/activity_list_doc.hpp"
#include "features/activity/activity_store.hpp"
#include "features/activity/body_api.hpp"
#include "features/activity/view_api.hpp"
#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

namespace hoshuban::activity {
namespace {

using One = http::Versioned<ActivityView>;

// More than any contract has.
constexpr int most_activities = 10'000;

struct Terms {
    ContractId contract;
    std::shared_ptr<const contract::Profile> profile;
    work_request::Reach reach;
};

Result<Terms> terms_of(const http::Context& context, db::Reader& reader, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(auto profile, contract::profile(reader, profiles, contract));
    return Terms{contract, std::move(profile), work_request::reach_of(context.actor(), contract)};
}

Written written_from(const WriteActivity& body)
{
    return {.work_type = body.work_type,
        .title = body.title,
        .asked_by = body.asked_by,
        .what = body.what,
        .result = body.result,
        .done_on = body.done_on,
        .hours = {static_cast<int>(std::lround(body.hours * 10))},
        .performed_by = body.performed_by,
        .request = body.request_id};
}

ListFilter filter_of(const ActivityQuery& query)
{
    return {query.work_type.value_or(""), query.first, query.last, query.q.value_or(""), query.cancelled};
}

Result<ActivityPage> list_activities(
    http::Context& context, const ActivityQuery& query, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<ActivityPage> {
        TRY_ASSIGN(const auto terms, terms_of(context, reader, profiles));
        const ListFilter filter = filter_of(query);
        const ListPage page = list(reader, terms.contract, filter, query.cursor.value_or(""), query.limit);
        ActivityPage view{.items = {}, .next_cursor = {}, .totals = {}, .work_types = choices(*terms.profile)};
        for (const Activity& activity : page.activities)
            view.items.push_back(view_of(*terms.profile, activity, context.actor()));
        if (!page.next.empty())
            view.next_cursor = page.next;
        for (const Total& total : totals(reader, terms.contract, filter))
            view.totals.push_back(view_of(*terms.profile, total));
        return view;
    });
}

Result<http::File> export_activities(
    http::Context& context, const ActivityQuery& query, contract::ProfileCache& profiles)
{
    const auto read = [&](db::Reader& reader) -> Result<std::string> {
        TRY_ASSIGN(const auto terms, terms_of(context, reader, profiles));
        const ListFilter filter = filter_of(query);
        LedgerSheet sheet{*terms.profile, list(reader, terms.contract, filter, "", most_activities).activities,
            totals(reader, terms.contract, filter)};
        std::ranges::reverse(sheet.activities);
        return activity_workbook(sheet, context.language(), context.now());
    };
    TRY_ASSIGN(auto bytes, context.database().read(read));
    audit::Entry entry =
        audit::entry(context, context.path<ContractId>("contract"), "activity.exported", {"activity", ""});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = "対応記録_" + to_text(day_of(context.now())) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

Result<http::Created<ActivityView>> log_activity(
    http::Context& context, const WriteActivity& body, contract::ProfileCache& profiles)
{
    Activity written{.id = context.new_id<ActivityId>(),
        .contract_id = context.path<ContractId>("contract"),
        .written = written_from(body),
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<ActivityView>> {
        TRY_ASSIGN(const auto terms, terms_of(context, tx, profiles));
        Activity taken = written;
        TRY(take(*terms.profile, taken.written, day_of(context.now())));
        TRY_ASSIGN(const auto logged, log(tx, *terms.profile, terms.reach, audit::cause_of(context), std::move(taken)));
        return http::Created<ActivityView>{
            view_of(*terms.profile, logged, context.actor()), context.request().path + "/" + logged.id.text};
    });
}

Result<One> show_activity(http::Context& context, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<One> {
        TRY_ASSIGN(const auto terms, terms_of(context, reader, profiles));
        TRY_ASSIGN(const auto activity, get(reader, terms.contract, context.path<ActivityId>("id")));
        return One{view_of(*terms.profile, activity, context.actor()), activity.version};
    });
}

Result<One> correct_activity(http::Context& context, const WriteActivity& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int version, context.if_match());
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto terms, terms_of(context, tx, profiles));
        TRY_ASSIGN(const auto before, get_version(tx, terms.contract, context.path<ActivityId>("id"), version));
        Written written = written_from(body);
        TRY(take(*terms.profile, written, day_of(context.now())));
        TRY_ASSIGN(auto decided, corrected(before, std::move(written)));
        TRY_ASSIGN(const auto after,
            correct(tx, *terms.profile, terms.reach, audit::cause_of(context), before, std::move(decided)));
        return One{view_of(*terms.profile, after, context.actor()), after.version};
    });
}

Result<One> cancel_activity(http::Context& context, const CancelActivity& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int version, context.if_match());
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto terms, terms_of(context, tx, profiles));
        TRY_ASSIGN(const auto before, get_version(tx, terms.contract, context.path<ActivityId>("id"), version));
        TRY_ASSIGN(auto decided, cancelled(before, {context.now(), context.actor().name, body.reason}));
        const Activity after = cancel(tx, audit::cause_of(context), before, std::move(decided));
        return One{view_of(*terms.profile, after, context.actor()), after.version};
    });
}

void add_one_routes(http::Router& router, const std::string& one, contract::ProfileCache& profiles)
{
    router.get(one, [&profiles](http::Context& context) { return show_activity(context, profiles); })
        .permission(Permission::view_activity)
        .summary({"対応の記録を見る", "Show an activity"});
    router
        .patch(one,
            [&profiles](http::Context& context, const WriteActivity& body) {
                return correct_activity(context, body, profiles);
            })
        .permission(Permission::keep_activity)
        .summary({"対応の記録を訂正する", "Correct an activity"});
    router
        .post(one + "/cancel",
            [&profiles](http::Context& context, const CancelActivity& body) {
                return cancel_activity(context, body, profiles);
            })
        .permission(Permission::keep_activity)
        .summary({"対応の記録を取り消す", "Strike an activity out"});
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(get(reader, context.path<ContractId>("contract"), context.path<ActivityId>("id")));
    return {};
}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/activities";
    add_one_routes(router, all + "/{id}", profiles);
    router
        .get(all,
            [&profiles](http::Context& context, const ActivityQuery& query) {
                return list_activities(context, query, profiles);
            })
        .permission(Permission::view_activity)
        .summary({"作業依頼の外の対応の記録", "List the work that is not on equipment"});
    router
        .post(all,
            [&profiles](
                http::Context& context, const WriteActivity& body) { return log_activity(context, body, profiles); })
        .permission(Permission::keep_activity)
        .summary({"対応を記録する", "Log work that was not on equipment"});
    router
        .get(all + "/export",
            [&profiles](http::Context& context, const ActivityQuery& query) {
                return export_activities(context, query, profiles);
            })
        .permission(Permission::view_activity)
        .takes_long()
        .summary({"対応の記録をファイルに書き出す", "Export the ledger of activities"});
}

}
