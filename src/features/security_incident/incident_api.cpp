#include "features/security_incident/incident_api.hpp"

#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/due/due_store.hpp"
#include "features/security_incident/body_api.hpp"
#include "features/security_incident/incident_store.hpp"
#include "features/security_incident/view_api.hpp"

#include <functional>

namespace hoshuban::security_incident {
namespace {

using One = http::Versioned<IncidentView>;

// With the entries, the running clock and what is missing.
IncidentView whole_view(db::Reader& reader, const Incident& incident, const Actor& actor)
{
    IncidentView view = view_of(incident, actor);
    int measures = 0;
    for (const CourseEntry& entry : entries_of(reader, incident.contract_id, incident.id)) {
        measures += entry.kind == EntryKind::measure ? 1 : 0;
        view.entries.push_back({entry.id, entry.kind, entry.at, entry.text, entry.entered_by, entry.entered_at});
    }
    if (incident.state != State::closed)
        view.missing = missing_for_closing(incident, measures);
    const audit::Subject subject{"security_incident", incident.id.text};
    for (const due::Due& due : due::open_of(reader, incident.contract_id, {.subject = subject, .limit = 1}))
        view.report_due_at = due.terms.due_at;
    return view;
}

Result<IncidentPage> list_incidents(http::Context& context, const IncidentQuery& query)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) {
        const ListPage page = list(reader, contract, query.state, query.cursor.value_or(""), query.limit);
        IncidentPage view;
        for (const Incident& incident : page.incidents)
            view.items.push_back(view_of(incident, context.actor()));
        if (!page.next.empty())
            view.next_cursor = page.next;
        return view;
    });
}

Result<http::Created<IncidentReceipt>> report_incident(
    http::Context& context, const ReportIncident& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    const auto id = context.new_id<SecurityIncidentId>();
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<IncidentReceipt>> {
        TRY_ASSIGN(const auto incident,
            open(tx, *profile, *calendar, audit::cause_of(context), id,
                {body.kind, body.title, body.what, body.noticed_at, body.place, body.assets}));
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
        return One{whole_view(reader, incident, context.actor()), incident.version};
    });
}

using Decide = std::function<Result<Incident>(db::Tx&, Incident)>;

// The frame of every act on one incident: version, decision, store, event; one transaction.
Result<One> carry_out(http::Context& context, const Happening& happening, const Decide& decide)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const int version, context.if_match());
    const auto id = context.path<SecurityIncidentId>("id");
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto before, get_version(tx, contract, id, version));
        TRY_ASSIGN(auto decided, decide(tx, before));
        const Incident after = update(tx, audit::cause_of(context), happening, before, std::move(decided));
        return One{whole_view(tx, after, context.actor()), after.version};
    });
}

Result<One> change_incident(http::Context& context, const ReportIncident& body)
{
    TRY(context.require(Permission::view_security_incident, context.path<ContractId>("contract")));
    return carry_out(context, {"security_incident.changed"}, [&](db::Tx&, Incident incident) -> Result<Incident> {
        if (incident.state == State::closed)
            return fail(ErrorKind::conflict, "security_incident/wrong_state",
                {"完了した事故の記入は変えられません。", "a closed incident cannot be changed"});
        const audit::Subject subject = incident.intake.subject;
        incident.intake = {body.kind, body.title, body.what, body.noticed_at, body.place, body.assets, subject};
        TRY(take_intake(incident.intake, context.now()));
        return incident;
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
        return whole_view(tx, incident, context.actor());
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

void add_act_routes(http::Router& router, const std::string& one)
{
    router.patch(one, change_incident)
        .permission(Permission::report_security_incident)
        .summary({"情報セキュリティ事故の記入を直す", "Correct a security incident"});
    router.post(one + "/first-report", record_first_report)
        .permission(Permission::report_security_incident)
        .summary({"市への最初の報告を記録する", "Record the first report to the city"});
    router.post(one + "/entries", add_to_course)
        .permission(Permission::report_security_incident)
        .summary({"経過・措置を書き足す", "Add to the course of an incident"});
    router.post(one + "/close", close_incident)
        .permission(Permission::close_security_incident)
        .summary({"情報セキュリティ事故を完了にする", "Close a security incident"});
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
        {"完了した事故には添付できません。", "nothing can be attached to a closed incident"});
}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/security-incidents";
    router.get(all, list_incidents)
        .permission(Permission::view_security_incident)
        .summary({"情報セキュリティ事故の一覧", "List security incidents"});
    router
        .post(all,
            [&profiles](http::Context& context, const ReportIncident& body) {
                return report_incident(context, body, profiles);
            })
        .permission(Permission::report_security_incident)
        .summary({"情報セキュリティ事故を届け出る", "Report a security incident"});
    router.get(all + "/{id}", show_incident)
        .permission(Permission::view_security_incident)
        .summary({"情報セキュリティ事故を見る", "Show a security incident"});
    add_act_routes(router, all + "/{id}");
}

}
