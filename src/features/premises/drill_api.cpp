#include "features/premises/drill_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/people/people_store.hpp"
#include "features/premises/drill_body_api.hpp"
#include "features/premises/drill_list_doc.hpp"
#include "features/premises/drill_store.hpp"
#include "features/premises/ground_api.hpp"
#include "features/premises/premises_api.hpp"
#include "features/premises/refusal.hpp"
#include "features/premises/view_api.hpp"

namespace hoshuban::premises {
namespace {

using OneDrill = http::Versioned<DrillView>;

// More than any contract has in the period of one file.
constexpr int most_drills = 2'000;

DrillFilter filter_of(const DrillQuery& query)
{
    return {query.site.value_or(""), query.kind, query.person.value_or(""), query.from, query.until};
}

OneDrill drill_answer(const Ground& ground, const Drill& drill, const http::Context& context)
{
    return {view_of(*ground.profile, drill, context.actor(), ground.today), drill.version};
}

Result<DrillPageView> show_drills(http::Context& context, const DrillQuery& query, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<DrillPageView> {
        TRY_ASSIGN(const auto ground, ground_of(context, reader, profiles));
        TRY_ASSIGN(const auto page,
            list_drills(
                reader, ground.contract, ground.sight, filter_of(query), query.cursor.value_or(""), query.limit));
        DrillPageView view;
        for (const Drill& drill : page.drills)
            view.items.push_back(view_of(*ground.profile, drill, context.actor(), ground.today));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Result<http::File> export_drills(http::Context& context, const DrillQuery& query, contract::ProfileCache& profiles)
{
    const auto read = [&](db::Reader& reader) -> Result<std::string> {
        TRY_ASSIGN(const auto ground, ground_of(context, reader, profiles));
        TRY_ASSIGN(auto page, list_drills(reader, ground.contract, ground.sight, filter_of(query), "", most_drills));
        return drill_workbook(*ground.profile, std::move(page.drills), context.language(), context.now());
    };
    TRY_ASSIGN(auto bytes, context.database().read(read));
    tell_exported(context, "drill.exported", "drill");
    const std::string name = "訓練・協力の記録_" + to_text(day_of(context.now())) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

// What a body tells of a drill, over what is known of it.
Result<Drill> drill_of(db::Reader& reader, const Ground& ground, Drill drill, const WriteDrill& body)
{
    drill.site = body.site_id;
    drill.on = body.on;
    drill.kind = body.kind;
    drill.asked = body.asked;
    drill.result = body.result;
    drill.attendees.clear();
    for (const WriteAttendee& each : body.attendees)
        drill.attendees.push_back({.worker = each.worker_id, .attended = each.attended, .reason = each.reason});
    const auto workers = people::list_workers(reader, ground.contract);
    return settled(*ground.profile, workers, std::move(drill), ground.today);
}

Result<http::Created<DrillView>> record_drill(
    http::Context& context, const WriteDrill& body, contract::ProfileCache& profiles)
{
    const Drill fresh{.id = context.new_id<DrillId>(),
        .contract_id = context.path<ContractId>("contract"),
        .entered_by = context.actor().name,
        .entered_at = context.now()};
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<DrillView>> {
        TRY_ASSIGN(const auto ground, ground_of(context, tx, profiles));
        TRY_ASSIGN(const auto drill, drill_of(tx, ground, fresh, body));
        insert(tx, audit::cause_of(context), drill);
        return http::Created<DrillView>{view_of(*ground.profile, drill, context.actor(), ground.today),
            context.request().path + "/" + drill.id.text};
    });
}

Result<OneDrill> show_drill(http::Context& context, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<OneDrill> {
        TRY_ASSIGN(const auto ground, ground_of(context, reader, profiles));
        TRY_ASSIGN(const auto drill, get_drill(reader, ground.contract, ground.sight, context.path<DrillId>("id")));
        return drill_answer(ground, drill, context);
    });
}

Result<OneDrill> correct_drill(http::Context& context, const CorrectDrill& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto reason, settled_reason(body.reason));
    return context.database().write([&](db::Tx& tx) -> Result<OneDrill> {
        TRY_ASSIGN(const auto ground, ground_of(context, tx, profiles));
        TRY_ASSIGN(const auto before,
            get_drill_version(tx, ground.contract, ground.sight, context.path<DrillId>("id"), version));
        TRY_ASSIGN(auto wanted, drill_of(tx, ground, before, body.drill));
        const Drill after = update(tx, audit::cause_of(context), before, std::move(wanted), reason);
        return drill_answer(ground, after, context);
    });
}

Result<OneDrill> confirm_drill(http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const int version, context.if_match());
    return context.database().write([&](db::Tx& tx) -> Result<OneDrill> {
        TRY_ASSIGN(const auto ground, ground_of(context, tx, profiles));
        TRY_ASSIGN(const auto before, get_drill(tx, ground.contract, ground.sight, context.path<DrillId>("id")));
        TRY_ASSIGN(const auto after, seen(before, {version, context.actor().name, context.now()}, ground.today));
        mark_seen(tx, audit::cause_of(context), after);
        return drill_answer(ground, after, context);
    });
}

}

Result<void> check_drill_seen(const http::Context& context, db::Reader& reader)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(get_drill(
        reader, contract, sight_of(context.actor(), contract, Permission::view_premises), context.path<DrillId>("id")));
    return {};
}

void add_drill_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/drills";
    router
        .get(all,
            [&profiles](
                http::Context& context, const DrillQuery& query) { return show_drills(context, query, profiles); })
        .permission(Permission::view_premises)
        .summary({"訓練と防災・防犯への協力の一覧", "List drills and other cooperation"});
    router
        .post(all,
            [&profiles](
                http::Context& context, const WriteDrill& body) { return record_drill(context, body, profiles); })
        .permission(Permission::keep_premises)
        .summary({"訓練・協力を記録する", "Record a drill"});
    router
        .get(all + "/export",
            [&profiles](
                http::Context& context, const DrillQuery& query) { return export_drills(context, query, profiles); })
        .permission(Permission::view_premises)
        .takes_long()
        .summary({"訓練・協力の記録をファイルに書き出す", "Export drills and other cooperation"});
    router.get(all + "/{id}", [&profiles](http::Context& context) { return show_drill(context, profiles); })
        .permission(Permission::view_premises)
        .summary({"訓練・協力の記録を見る", "Show a drill"});
    router
        .post(all + "/{id}/correction",
            [&profiles](
                http::Context& context, const CorrectDrill& body) { return correct_drill(context, body, profiles); })
        .permission(Permission::keep_premises)
        .summary({"訓練・協力の記録を訂正する", "Correct a drill"});
    router
        .post(all + "/{id}/confirmation",
            [&profiles](http::Context& context) { return confirm_drill(context, profiles); })
        .permission(Permission::confirm_premises)
        .summary({"市が訓練・協力の記録を確認する", "Confirm that the city saw a drill"});
}

}
