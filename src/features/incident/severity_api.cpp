#include "features/incident/severity_api.hpp"

#include "features/incident/act_api.hpp"
#include "features/support/support_window.hpp"
#include "formats/json.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::incident {

struct RuleSeverity {
    std::string severity = {};
    std::string decided_by = {};
    std::string reason = {};
};

json::Object describe(const RuleSeverity*);

json::Object describe(const RuleSeverity*)
{
    using B = RuleSeverity;
    return json::object<B>("RuleIncidentSeverity",
        json::field("severity", &B::severity, {"重大度", "Severity"}, json::length(1, 100)),
        json::field(
            "decided_by", &B::decided_by, {"決めた市の担当者", "Who of the city decided"}, json::length(1, 200)),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 2'000)));
}

namespace {

Result<One> rule_severity(http::Context& context, const RuleSeverity& body, contract::ProfileCache& profiles)
{
    TRY(check_rules(context));
    return carry_out(context, profiles, [&](db::Tx&, const Present& present) -> Result<std::pair<Incident, Happening>> {
        Incident after = present.listed.incident;
        TRY(check_goes_on(after));
        TRY_ASSIGN(const auto ruling,
            support::settled(*present.profile, after.intake.device_class, after.intake.severity,
                {body.severity, body.decided_by, body.reason}));
        after.intake.severity = ruling.severity;
        Happening happening{"incident.severity_ruled", {{"decided_by", ruling.decided_by}}, ruling.reason};
        return std::pair{std::move(after), std::move(happening)};
    });
}

}

Result<void> check_rules(const http::Context& context)
{
    if (context.actor().may(Permission::direct_incident, context.path<ContractId>("contract")))
        return {};
    const Text text{"障害の重大度は市の担当課が決めます。", "the city's section decides how grave a fault is"};
    return fail(
        ErrorKind::forbidden, "incident/severity_by_city", text, {{"severity", "incident/severity_by_city", text}});
}

Result<void> check_severity(const contract::Profile& profile, const Intake& intake)
{
    if (intake.severity.empty())
        return {};
    const auto known = support::severities(profile, intake.device_class);
    if (std::ranges::find(known, intake.severity) != known.end())
        return {};
    const Text text{fmt::format("この区分の機器に「{}」という重大度はありません。", intake.severity),
        fmt::format("the contract knows no severity \"{}\" for this class", intake.severity)};
    return fail(ErrorKind::invalid, "support/unknown_severity", text, {{"severity", "support/unknown_severity", text}});
}

void add_severity_routes(http::Router& router, contract::ProfileCache& profiles)
{
    router
        .put("/api/v1/contracts/{contract}/incidents/{id}/severity",
            [&profiles](
                http::Context& context, const RuleSeverity& body) { return rule_severity(context, body, profiles); })
        .permission(Permission::view_incident)
        .summary({"障害の重大度を市が決める", "The city decides how grave an incident is"});
}

}
