#include "features/improvement/improvement_api.hpp"

#include "features/audit/audit_store.hpp"
#include "features/device/reach.hpp"
#include "features/device/reference_day.hpp"
#include "features/improvement/act_api.hpp"
#include "features/improvement/body_api.hpp"
#include "features/improvement/improvement_store.hpp"
#include "features/improvement/list_doc.hpp"
#include "features/improvement/view_api.hpp"
#include "features/trend/trend_store.hpp"

#include <algorithm>

namespace hoshuban::improvement {
namespace {

constexpr const char* excel_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr int most_improvements = 5'000;

using OneImprovement = http::Versioned<ImprovementView>;

Filter filter_of(const ImprovementQuery& query)
{
    return {query.open, query.state, query.ground, query.of.value_or("")};
}

Result<ImprovementPageView> show_list(http::Context& context, const ImprovementQuery& query)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(device::check_sees_all(context.actor(), contract, "improvement/not_found"));
    return context.database().read([&](db::Reader& reader) -> Result<ImprovementPageView> {
        TRY_ASSIGN(const auto page, list(reader, contract, filter_of(query), query.cursor.value_or(""), query.limit));
        ImprovementPageView view;
        for (const Improvement& each : page.improvements)
            view.items.push_back(view_of(each, context.actor()));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Result<http::File> export_list(http::Context& context, const ImprovementQuery& query)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(device::check_sees_all(context.actor(), contract, "improvement/not_found"));
    TRY_ASSIGN(auto bytes, context.database().read([&](db::Reader& reader) -> Result<std::string> {
        TRY_ASSIGN(const auto page, list(reader, contract, filter_of(query), "", most_improvements));
        return workbook(page.improvements, context.language(), context.now());
    }));
    audit::Entry entry = audit::entry(context, contract, "improvement.exported", {"improvement", ""});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    return http::File{excel_type, "改善提案_" + to_text(day_of(context.now())) + ".xlsx", std::move(bytes)};
}

Result<OneImprovement> show_one(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(device::check_sees_all(context.actor(), contract, "improvement/not_found"));
    return context.database().read([&](db::Reader& reader) -> Result<OneImprovement> {
        TRY_ASSIGN(const auto found, get(reader, contract, context.path<ImprovementId>("id")));
        return OneImprovement{view_of(found, context.actor()), found.version};
    });
}

trend::SubjectKey key_of(const GroundQuery& about)
{
    const auto subject = about.ground == Ground::unit ? trend::Subject::unit
        : about.ground == Ground::model               ? trend::Subject::model
                                                      : trend::Subject::site;
    return {subject, about.of, about.device_class};
}

// What is about nothing of the trend begins empty.
Result<Draft> draft(
    const http::Context& context, db::Reader& reader, const contract::Profile& profile, const GroundQuery& about)
{
    if (about.ground == Ground::other)
        return Draft{};
    const LocalDay today = day_of(context.now());
    const LocalDay on = about.on.value_or(std::clamp(today, profile.period.first, profile.period.last));
    TRY(device::check_reference_day(profile, on, std::max(today, profile.period.first)));
    TRY_ASSIGN(const auto trend, trend::trend_of(reader, profile, on, about.months));
    return about.ground == Ground::estimate ? draft_from(trend, about.of, about.months)
                                            : draft_from(trend, key_of(about), about.months);
}

Result<DraftView> show_draft(http::Context& context, const GroundQuery& about, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(device::check_sees_all(context.actor(), contract, "improvement/not_found"));
    return context.database().read([&](db::Reader& reader) -> Result<DraftView> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, contract));
        TRY_ASSIGN(const auto drafted, draft(context, reader, *profile, about));
        return view_of(drafted);
    });
}

Result<http::Created<ImprovementView>> propose(
    http::Context& context, const ProposeImprovement& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(device::check_sees_all(context.actor(), contract, "improvement/not_found"));
    const auto id = context.new_id<ImprovementId>();
    TRY_ASSIGN(auto basis, context.database().read([&](db::Reader& reader) -> Result<Basis> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, contract));
        TRY_ASSIGN(const auto drafted, draft(context, reader, *profile, body.about));
        return drafted.basis;
    }));
    TRY_ASSIGN(auto plan,
        proposed({.id = id,
                     .contract_id = contract,
                     .basis = std::move(basis),
                     .plan = plan_of(body.plan),
                     .continues = body.continues_id,
                     .proposed_by = context.actor().name,
                     .proposed_at = context.now()},
            day_of(context.now())));
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<ImprovementView>> {
        TRY_ASSIGN(const auto stored, insert(tx, audit::cause_of(context), std::move(plan)));
        return http::Created<ImprovementView>{
            view_of(stored, context.actor()), "/api/v1/contracts/" + contract.text + "/improvements/" + id.text};
    });
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(device::check_sees_all(context.actor(), contract, "improvement/not_found"));
    TRY(get(reader, contract, context.path<ImprovementId>("id")));
    return {};
}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/improvements";
    router.get(all, [](http::Context& context, const ImprovementQuery& query) { return show_list(context, query); })
        .permission(Permission::view_incident)
        .summary({"改善提案の一覧", "List the proposals for improvement"});
    router
        .get(all + "/export",
            [](http::Context& context, const ImprovementQuery& query) { return export_list(context, query); })
        .permission(Permission::view_incident)
        .takes_long()
        .summary({"改善提案をファイルに書き出す", "Export the proposals for improvement"});
    router
        .get("/api/v1/contracts/{contract}/improvement-draft",
            [&profiles](
                http::Context& context, const GroundQuery& about) { return show_draft(context, about, profiles); })
        .permission(Permission::record_incident)
        .summary({"傾向から改善提案の下書きを作る", "Draft a proposal from the trend"});
    router.get(all + "/{id}", [](http::Context& context) { return show_one(context); })
        .permission(Permission::view_incident)
        .summary({"改善提案を見る", "Show a proposal for improvement"});
    router
        .post(all,
            [&profiles](
                http::Context& context, const ProposeImprovement& body) { return propose(context, body, profiles); })
        .permission(Permission::record_incident)
        .summary({"改善を提案する", "Propose an improvement"});
    add_act_routes(router, profiles);
}

}
