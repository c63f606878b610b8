#include "features/security_incident/incident_api.hpp"

#include "core/typed_fields.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/security_incident/body_api.hpp"
#include "features/security_incident/damage_api.hpp"
#include "features/security_incident/ground_api.hpp"
#include "features/security_incident/paper_api.hpp"

namespace hoshuban::security_incident {
namespace {

Result<IncidentPage> list_incidents(http::Context& context, const IncidentQuery& query)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) {
        const ListPage page = list(reader, contract, filter_of(query), query.cursor.value_or(""), query.limit);
        IncidentPage view;
        for (const Incident& incident : page.incidents)
            view.items.push_back(view_of(incident, context.actor(), context.now()));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

// The row that a report names, if its reporter sees it. One that names both began on the visit.
Result<audit::Subject> origin_of(
    const http::Context& context, db::Reader& reader, const ReportIncident& body, const Origins& origins)
{
    if (!body.incident.empty())
        TRY(origins.fault(context, reader, body.incident));
    if (body.visit) {
        TRY(origins.visit(context, reader, *body.visit));
        return audit::Subject{"visit", body.visit->text};
    }
    return body.incident.empty() ? audit::Subject{} : audit::Subject{"incident", body.incident};
}

Result<http::Created<IncidentReceipt>> report_incident(
    http::Context& context, const ReportIncident& body, contract::ProfileCache& profiles, const Origins& origins)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    const auto id = context.new_id<SecurityIncidentId>();
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<IncidentReceipt>> {
        TRY_ASSIGN(const auto origin, origin_of(context, tx, body, origins));
        TRY_ASSIGN(const auto incident,
            open(tx, *profile, *calendar, audit::cause_of(context), id, intake_of(body, body.category, origin)));
        return http::Created<IncidentReceipt>{
            {incident.id, incident.number}, context.request().path + "/" + incident.id.text};
    });
}

Result<One> show_incident(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    const auto id = context.path<SecurityIncidentId>("id");
    return context.database().read([&](db::Reader& reader) -> Result<One> {
        TRY_ASSIGN(const auto incident, get(reader, contract, id));
        return One{whole_view(reader, incident, context), incident.version};
    });
}

Result<One> correct_incident(http::Context& context, const CorrectIncident& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(context.require(Permission::view_security_incident, contract));
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto before, get_version(tx, contract, context.path<SecurityIncidentId>("id"), version));
        TRY_ASSIGN(auto told, corrected(before, intake_of(body, {}), context.now()));
        std::string reason = body.reason;
        TRY(take_fields({{"reason", reason, 1000, true}}));
        TRY_ASSIGN(const auto after,
            correct(tx, *profile, *calendar, audit::cause_of(context), reason, before, std::move(told)));
        return One{whole_view(tx, after, context), after.version};
    });
}

Result<One> record_first_report(http::Context& context, const RecordFirstReport& body)
{
    TRY(context.require(Permission::view_security_incident, context.path<ContractId>("contract")));
    return carry_out(context, {"security_incident.first_reported"}, [&](db::Tx&, Incident incident) {
        return report_first(
            std::move(incident), {body.at, body.told_to, body.how, context.actor().name}, context.now());
    });
}

Result<IncidentView> add_to_course(http::Context& context, const AddEntry& body)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(context.require(Permission::view_security_incident, contract));
    const auto id = context.path<SecurityIncidentId>("id");
    CourseEntry entry{context.new_id<EntryId>(), body.kind, body.at, body.text, context.actor().name, context.now()};
    return context.database().write([&](db::Tx& tx) -> Result<IncidentView> {
        TRY_ASSIGN(const auto incident, get(tx, contract, id));
        CourseEntry taken = entry;
        TRY(check_entry(incident, taken, context.now()));
        add_entry(tx, audit::cause_of(context), incident, taken);
        return whole_view(tx, incident, context);
    });
}

Result<One> close_incident(http::Context& context, const CloseIncident& body)
{
    const Closing closing{context.actor().side(context.path<ContractId>("contract")), context.actor().name,
        body.conclusion, context.now()};
    return carry_out(context, {"security_incident.closed"}, [&](db::Tx& tx, Incident incident) {
        const int measures = count_measures(tx, incident.contract_id, incident.id);
        return close(std::move(incident), closing, measures);
    });
}

Result<One> reopen_incident(http::Context& context, const ReopenIncident& body)
{
    const Side side = context.actor().side(context.path<ContractId>("contract"));
    return carry_out(context, {"security_incident.reopened", body.reason},
        [&](db::Tx&, Incident incident) { return reopen(std::move(incident), side, body.reason); });
}

void add_act_routes(http::Router& router, const std::string& one, contract::ProfileCache& profiles)
{
    router
        .patch(one,
            [&profiles](http::Context& context, const CorrectIncident& body) {
                return correct_incident(context, body, profiles);
            })
        .permission(Permission::report_security_incident)
        .summary({"事故・損害の記入を訂正する", "Correct an incident"});
    router.post(one + "/first-report", record_first_report)
        .permission(Permission::report_security_incident)
        .summary({"市への最初の報告を記録する", "Record the first report to the city"});
    router.post(one + "/entries", add_to_course)
        .permission(Permission::report_security_incident)
        .summary({"経過・措置を書き足す", "Add to the course of an incident"});
    router.post(one + "/close", close_incident)
        .permission(Permission::close_security_incident)
        .summary({"事故・損害を完了にする", "Close an incident"});
    router.post(one + "/reopen", reopen_incident)
        .permission(Permission::close_security_incident)
        .summary({"完了を取り消す", "Open a closed incident again"});
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(get(reader, context.path<ContractId>("contract"), context.path<SecurityIncidentId>("id")));
    return {};
}

Result<void> check_attach(const http::Context& context, db::Reader& reader)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(context.require(Permission::view_security_incident, contract));
    TRY_ASSIGN(const auto incident, get(reader, contract, context.path<SecurityIncidentId>("id")));
    if (incident.state != State::closed)
        return {};
    return fail(ErrorKind::conflict, "security_incident/wrong_state",
        {"完了した記録には添付できません。", "nothing can be attached to a closed incident"});
}

void add_routes(http::Router& router, contract::ProfileCache& profiles, Origins origins)
{
    const std::string all = "/api/v1/contracts/{contract}/security-incidents";
    router.get(all, list_incidents)
        .permission(Permission::view_security_incident)
        .summary({"事故・損害の一覧", "List security incidents, accidents and damage"});
    router
        .post(all,
            [&profiles, origins = std::move(origins)](http::Context& context, const ReportIncident& body) {
                return report_incident(context, body, profiles, origins);
            })
        .permission(Permission::report_security_incident)
        .summary({"事故・損害を届け出る", "Report a security incident, an accident or damage"});
    router.get(all + "/{id}", show_incident)
        .permission(Permission::view_security_incident)
        .summary({"事故・損害を見る", "Show an incident"});
    add_act_routes(router, all + "/{id}", profiles);
    add_damage_routes(router);
    add_paper_routes(router, profiles);
}

}
