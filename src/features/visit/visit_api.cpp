#include "features/visit/visit_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/incident/incident_store.hpp"
#include "features/visit/act_api.hpp"
#include "features/visit/ground_api.hpp"
#include "features/visit/refusal.hpp"
#include "features/visit/visit_list_doc.hpp"
#include "features/work_request/work_request_store.hpp"

#include <fmt/format.h>

namespace hoshuban::visit {
namespace {

// More than any contract has in the period of one file.
constexpr int most_visits = 20'000;

ListFilter filter_of(const VisitQuery& query)
{
    return {query.shown, query.site.value_or(""), query.incident.value_or(""), query.request.value_or(""),
        query.worker.value_or(""), query.from, query.until};
}

Result<VisitPage> show_visits(http::Context& context, const VisitQuery& query, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<VisitPage> {
        TRY_ASSIGN(const auto ground, ground_of(context, reader, profiles));
        const ContractId& contract = ground.profile->id;
        TRY_ASSIGN(const auto page,
            list(reader, contract, ground.sight, filter_of(query), query.cursor.value_or(""), query.limit));
        VisitPage view{.may_plan = context.actor().may(Permission::record_visit, contract)};
        for (const Listed& listed : page.visits)
            view.items.push_back(view_of(listed, context.actor(), ground.sight));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Result<http::File> export_visits(http::Context& context, VisitQuery query, contract::ProfileCache& profiles)
{
    query.shown = query.shown == Shown::open ? Shown::all : query.shown;
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(auto bytes, context.database().read([&](db::Reader& reader) -> Result<std::string> {
        TRY_ASSIGN(const auto ground, ground_of(context, reader, profiles));
        TRY_ASSIGN(auto page, list(reader, contract, ground.sight, filter_of(query), "", most_visits));
        return visit_workbook(std::move(page.visits), context.language(), context.now());
    }));
    audit::Entry entry = audit::entry(context, contract, "visit.exported", {"visit", ""});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = "訪問_" + to_text(day_of(context.now())) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

// The incident goes on, and is at this site where it is at one.
Result<void> check_incident(db::Reader& reader, const ContractId& contract, const Plan& plan)
{
    if (!plan.incident)
        return {};
    const auto found = incident::get(reader, contract, *plan.incident);
    if (!found)
        return refused_at("incident_id", "visit/no_incident", found.error().text);
    if (found->incident.state == incident::State::closed || found->incident.state == incident::State::filtered)
        return refused_at("incident_id", "visit/incident_over",
            {"終わった障害です。再開してから訪問を登録してください。",
                "this incident is over: open it again before a visit"});
    const auto& site = found->incident.intake.site;
    if (site && *site != plan.site)
        return refused_at("site_id", "visit/other_site",
            {fmt::format("この障害の拠点は{}です。", found->site_name),
                fmt::format("this incident is at {}", found->site_name)});
    return {};
}

Result<Plan> plan_of(const http::Context& context, db::Reader& reader, const Ground& ground, const PlanVisit& body)
{
    Plan plan{.site = body.site_id,
        .incident = body.incident_id,
        .request = body.request_id,
        .purpose = body.purpose,
        .from = body.planned_from,
        .until = body.planned_until,
        .told = body.told};
    TRY_ASSIGN(plan.workers, visitors_of(reader, *ground.profile, body.workers, day_of(plan.from)));
    for (Visitor& each : plan.workers)
        each.minutes = std::nullopt;
    if (plan.request) {
        const auto reach = work_request::reach_of(context.actor(), ground.profile->id);
        const auto request = work_request::get(reader, reach, *plan.request);
        if (!request)
            return refused_at("request_id", "visit/no_request", request.error().text);
        plan.request_number = request->number;
    }
    return settled(*ground.profile, std::move(plan));
}

Result<http::Created<VisitView>> plan_visit(
    http::Context& context, const PlanVisit& body, contract::ProfileCache& profiles)
{
    const auto id = context.new_id<VisitId>();
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<VisitView>> {
        TRY_ASSIGN(const auto ground, ground_of(context, tx, profiles));
        const ContractId& contract = ground.profile->id;
        TRY_ASSIGN(auto plan, plan_of(context, tx, ground, body));
        TRY(check_incident(tx, contract, plan));
        TRY(insert(tx, audit::cause_of(context),
            {.id = id,
                .contract_id = contract,
                .plan = std::move(plan),
                .entered_by = context.actor().name,
                .entered_at = context.now()}));
        TRY_ASSIGN(const auto listed, get(tx, contract, ground.sight, id));
        return http::Created<VisitView>{whole_view(tx, *ground.profile, listed, context.actor(), ground.sight),
            context.request().path + "/" + id.text};
    });
}

Result<OneVisit> show_visit(http::Context& context, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<OneVisit> {
        TRY_ASSIGN(const auto ground, ground_of(context, reader, profiles));
        TRY_ASSIGN(const auto listed, get(reader, ground.profile->id, ground.sight, context.path<VisitId>("id")));
        return OneVisit{
            whole_view(reader, *ground.profile, listed, context.actor(), ground.sight), listed.visit.version};
    });
}

Result<OneVisit> change_plan(http::Context& context, const PlanVisit& body, contract::ProfileCache& profiles)
{
    return act_on_visit(context, profiles,
        [&](db::Tx& tx, const Ground& ground, const Listed& before) -> Result<std::pair<Visit, Happening>> {
            TRY_ASSIGN(auto plan, plan_of(context, tx, ground, body));
            TRY_ASSIGN(auto after, announced(before.visit, std::move(plan)));
            return std::pair{std::move(after), Happening{"visit.changed"}};
        });
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    return check_visit_seen(context, reader, context.path<VisitId>("id"));
}

Result<void> check_visit_seen(const http::Context& context, db::Reader& reader, const VisitId& id)
{
    const auto contract = context.path<ContractId>("contract");
    auto reach = work_request::reach_of(context.actor(), contract, Permission::view_visit);
    TRY(get(reader, contract, reach.whole ? std::nullopt : Sight{std::move(reach.sites)}, id));
    return {};
}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/visits";
    router
        .get(all,
            [&profiles](
                http::Context& context, const VisitQuery& query) { return show_visits(context, query, profiles); })
        .permission(Permission::view_visit)
        .summary({"訪問の一覧", "List the visits"});
    router
        .get(all + "/export",
            [&profiles](
                http::Context& context, const VisitQuery& query) { return export_visits(context, query, profiles); })
        .permission(Permission::view_visit)
        .takes_long()
        .summary({"訪問の一覧をファイルに書き出す", "Export the visits"});
    router
        .post(all,
            [&profiles](http::Context& context, const PlanVisit& body) { return plan_visit(context, body, profiles); })
        .permission(Permission::record_visit)
        .summary({"訪問を登録する", "Enter a visit that is announced"});
    router.get(all + "/{id}", [&profiles](http::Context& context) { return show_visit(context, profiles); })
        .permission(Permission::view_visit)
        .summary({"訪問を見る", "Show a visit"});
    router
        .put(all + "/{id}/plan",
            [&profiles](http::Context& context, const PlanVisit& body) { return change_plan(context, body, profiles); })
        .permission(Permission::record_visit)
        .summary({"訪問の予定を変える", "Announce a visit anew"});
    add_act_routes(router, profiles);
}

}
