#include "features/visit/finding_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/visit/finding_act_api.hpp"
#include "features/visit/finding_body_api.hpp"
#include "features/visit/finding_ground_api.hpp"
#include "features/visit/finding_list_doc.hpp"
#include "features/work_request/reach.hpp"

namespace hoshuban::visit {
namespace {

// More than any contract has in the period of one file.
constexpr int most_findings = 20'000;

FindingFilter filter_of(const FindingQuery& query)
{
    return {query.open, query.state, query.kind, query.site.value_or(""), query.visit.value_or(""), query.from,
        query.until};
}

Result<FindingPageView> show_findings(
    http::Context& context, const FindingQuery& query, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<FindingPageView> {
        TRY_ASSIGN(const auto ground, ground_of(context, reader, profiles));
        TRY_ASSIGN(const auto page,
            list_findings(
                reader, ground.profile->id, ground.sight, filter_of(query), query.cursor.value_or(""), query.limit));
        FindingPageView view;
        for (const ListedFinding& listed : page.findings)
            view.items.push_back(view_of(listed, context.actor(), day_of(context.now())));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Result<http::File> export_findings(http::Context& context, FindingQuery query, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    FindingFilter filter = filter_of(query);
    filter.only_open = false;
    TRY_ASSIGN(auto bytes, context.database().read([&](db::Reader& reader) -> Result<std::string> {
        TRY_ASSIGN(const auto ground, ground_of(context, reader, profiles));
        TRY_ASSIGN(const auto page, list_findings(reader, contract, ground.sight, filter, "", most_findings));
        return finding_workbook(page.findings, context.language(), context.now());
    }));
    audit::Entry entry = audit::entry(context, contract, "visit_finding.exported", {"visit_finding", ""});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = "所見・要望・質問_" + to_text(day_of(context.now())) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

Result<OneFinding> show_finding(http::Context& context, contract::ProfileCache& profiles)
{
    return context.database().read([&](db::Reader& reader) -> Result<OneFinding> {
        TRY_ASSIGN(const auto ground, ground_of(context, reader, profiles));
        TRY_ASSIGN(
            const auto listed, get_finding(reader, ground.profile->id, ground.sight, context.path<FindingId>("id")));
        return OneFinding{view_of(listed, context.actor(), day_of(context.now())), listed.finding.version};
    });
}

Result<http::Created<FindingView>> enter_finding(
    http::Context& context, const EnterFinding& body, contract::ProfileCache& profiles)
{
    const auto id = context.new_id<FindingId>();
    const LocalDay today = day_of(context.now());
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<FindingView>> {
        TRY_ASSIGN(const auto ground, ground_of(context, tx, profiles));
        const ContractId& contract = ground.profile->id;
        TRY_ASSIGN(const auto visit, get(tx, contract, ground.sight, context.path<VisitId>("id")));
        Finding finding{.id = id,
            .contract_id = contract,
            .visit = visit.visit.id,
            .site = visit.visit.plan.site,
            .facts = {.kind = body.kind,
                .text = body.text,
                .told_by = body.told_by,
                .found_on = body.found_on,
                .answer = body.answer,
                .promised_on = body.promised_on},
            .entered_by = context.actor().name,
            .entered_at = context.now()};
        TRY_ASSIGN(finding, entered({*ground.profile, visit.visit, today}, std::move(finding)));
        TRY_ASSIGN(const auto calendar, calendar::working_calendar(tx, *ground.profile));
        const ListedFinding listed{std::move(finding), visit.site_name};
        insert(tx, audit::cause_of(context), *calendar, listed);
        return http::Created<FindingView>{view_of(listed, context.actor(), today),
            "/api/v1/contracts/" + contract.text + "/visit-findings/" + id.text};
    });
}

}

Result<void> check_finding_seen(const http::Context& context, db::Reader& reader)
{
    const auto contract = context.path<ContractId>("contract");
    auto reach = work_request::reach_of(context.actor(), contract, Permission::view_visit);
    TRY(get_finding(
        reader, contract, reach.whole ? std::nullopt : Sight{std::move(reach.sites)}, context.path<FindingId>("id")));
    return {};
}

void add_finding_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/visit-findings";
    router
        .get(all,
            [&profiles](
                http::Context& context, const FindingQuery& query) { return show_findings(context, query, profiles); })
        .permission(Permission::view_visit)
        .summary({"訪問の所見・要望・質問の一覧", "List the findings of visits"});
    router
        .get(all + "/export",
            [&profiles](http::Context& context, const FindingQuery& query) {
                return export_findings(context, query, profiles);
            })
        .permission(Permission::view_visit)
        .takes_long()
        .summary({"訪問の所見・要望・質問をファイルに書き出す", "Export the findings of visits"});
    router
        .post("/api/v1/contracts/{contract}/visits/{id}/findings",
            [&profiles](
                http::Context& context, const EnterFinding& body) { return enter_finding(context, body, profiles); })
        .permission(Permission::record_visit)
        .summary({"訪問の所見・要望・質問を記録する", "Enter a finding of a visit"});
    router.get(all + "/{id}", [&profiles](http::Context& context) { return show_finding(context, profiles); })
        .permission(Permission::view_visit)
        .summary({"訪問の所見・要望・質問を見る", "Show a finding of a visit"});
    add_finding_act_routes(router, profiles);
}

}
