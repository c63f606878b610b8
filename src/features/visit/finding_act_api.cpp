#include "features/visit/finding_act_api.hpp"

#include "features/visit/finding_body_api.hpp"
#include "features/visit/finding_ground_api.hpp"

namespace hoshuban::visit {
namespace {

using DecidedFinding = Result<std::pair<Finding, FindingEvent>>;

Result<OneFinding> reply_to_question(
    http::Context& context, const ReplyToQuestion& body, contract::ProfileCache& profiles)
{
    return act_on_finding(context, profiles, [&](const FindingGround& ground, const Finding& before) -> DecidedFinding {
        TRY_ASSIGN(auto after, replied(ground, before, {body.replied_on, body.reply, body.replied_to}));
        return std::pair{std::move(after), FindingEvent{"visit_finding.replied"}};
    });
}

Result<OneFinding> report_finding(http::Context& context, const ReportFinding& body, contract::ProfileCache& profiles)
{
    return act_on_finding(context, profiles, [&](const FindingGround& ground, const Finding& before) -> DecidedFinding {
        TRY_ASSIGN(auto after, reported(ground, before, {body.reported_on, body.reported_by}));
        return std::pair{std::move(after), FindingEvent{"visit_finding.reported"}};
    });
}

Result<OneFinding> instruct(http::Context& context, const InstructFinding& body, contract::ProfileCache& profiles)
{
    return act_on_finding(context, profiles, [&](const FindingGround& ground, const Finding& before) -> DecidedFinding {
        TRY_ASSIGN(auto after,
            instructed(ground, before, {body.instructed_on, body.instruction, body.asks, context.actor().name}));
        return std::pair{std::move(after), FindingEvent{"visit_finding.instructed"}};
    });
}

Result<OneFinding> instruct_anew(
    http::Context& context, const InstructFindingAnew& body, contract::ProfileCache& profiles)
{
    return act_on_finding(context, profiles, [&](const FindingGround& ground, const Finding& before) -> DecidedFinding {
        std::string reason = body.reason;
        TRY_ASSIGN(auto after,
            instructed_anew(
                ground, before, {body.instructed_on, body.instruction, body.asks, context.actor().name}, reason));
        return std::pair{std::move(after), FindingEvent{"visit_finding.instructed_anew", std::move(reason)}};
    });
}

Result<OneFinding> finish_finding(http::Context& context, const FinishFinding& body, contract::ProfileCache& profiles)
{
    return act_on_finding(context, profiles, [&](const FindingGround& ground, const Finding& before) -> DecidedFinding {
        TRY_ASSIGN(auto after, finished(ground, before, {body.done_on, body.done}));
        return std::pair{std::move(after), FindingEvent{"visit_finding.done"}};
    });
}

FindingFacts facts_of_body(const CorrectFinding& body)
{
    FindingFacts facts{.kind = body.kind,
        .text = body.text,
        .told_by = body.told_by,
        .found_on = body.found_on,
        .answer = body.answer,
        .promised_on = body.promised_on};
    if (body.replied_on)
        facts.reply = Reply{*body.replied_on, body.reply, body.replied_to};
    if (body.reported_on)
        facts.report = Report{*body.reported_on, body.reported_by};
    if (body.done_on)
        facts.completion = Completion{*body.done_on, body.done};
    return facts;
}

Result<OneFinding> correct_finding(http::Context& context, const CorrectFinding& body, contract::ProfileCache& profiles)
{
    return act_on_finding(context, profiles, [&](const FindingGround& ground, const Finding& before) -> DecidedFinding {
        std::string reason = body.reason;
        TRY_ASSIGN(auto after, corrected(ground, before, facts_of_body(body), reason));
        return std::pair{std::move(after), FindingEvent{"visit_finding.corrected", std::move(reason)}};
    });
}

Result<OneFinding> take_finding_back(
    http::Context& context, const TakeFindingBack& body, contract::ProfileCache& profiles)
{
    return act_on_finding(context, profiles, [&](const FindingGround&, const Finding& before) -> DecidedFinding {
        TRY_ASSIGN(auto after, taken_back(before, body.reason));
        const std::string reason = after.taken_back;
        return std::pair{std::move(after), FindingEvent{"visit_finding.taken_back", reason}};
    });
}

template <class Body>
auto with_profiles_of(
    contract::ProfileCache& profiles, Result<OneFinding> (*act)(http::Context&, const Body&, contract::ProfileCache&))
{
    return [&profiles, act](http::Context& context, const Body& body) { return act(context, body, profiles); };
}

void add_city_routes(http::Router& router, contract::ProfileCache& profiles, const std::string& one)
{
    router.post(one + "/instruction", with_profiles_of<InstructFinding>(profiles, instruct))
        .permission(Permission::direct_visit)
        .summary({"訪問の所見に市が指示する", "Instruct about a finding of a visit"});
    router.put(one + "/instruction", with_profiles_of<InstructFindingAnew>(profiles, instruct_anew))
        .permission(Permission::direct_visit)
        .summary({"訪問の所見への指示を訂正する", "Correct the instruction about a finding"});
}

}

void add_finding_act_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string one = "/api/v1/contracts/{contract}/visit-findings/{id}";
    router.put(one, with_profiles_of<CorrectFinding>(profiles, correct_finding))
        .permission(Permission::record_visit)
        .summary({"訪問の所見を訂正する", "Correct a finding of a visit"});
    router.post(one + "/reply", with_profiles_of<ReplyToQuestion>(profiles, reply_to_question))
        .permission(Permission::record_visit)
        .summary({"訪問先の質問への回答を記録する", "Record the reply to a question of a visit"});
    router.post(one + "/report", with_profiles_of<ReportFinding>(profiles, report_finding))
        .permission(Permission::record_visit)
        .summary({"訪問の所見を市に報告したことを記録する", "Record that the city was told of a finding"});
    router.post(one + "/completion", with_profiles_of<FinishFinding>(profiles, finish_finding))
        .permission(Permission::record_visit)
        .summary({"市の指示への対応を記録する", "Record what was done about a finding"});
    router.post(one + "/retraction", with_profiles_of<TakeFindingBack>(profiles, take_finding_back))
        .permission(Permission::record_visit)
        .summary({"訪問の所見を取り消す", "Take a finding of a visit back"});
    add_city_routes(router, profiles, one);
}

}
