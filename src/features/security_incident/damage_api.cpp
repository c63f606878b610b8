#include "features/security_incident/damage_api.hpp"

#include "features/attachment/attachment_store.hpp"
#include "features/security_incident/damage.hpp"
#include "features/security_incident/damage_body_api.hpp"
#include "features/security_incident/ground_api.hpp"

namespace hoshuban::security_incident {
namespace {

Result<void> check_file(db::Reader& reader, const Incident& incident, const AttachmentId& file)
{
    if (attachment::find(reader, incident.contract_id, {"security_incident", incident.id.text}, file))
        return {};
    const Text text{"この記録に添付されたファイルではありません。先に報告書を添付してください。",
        "no file of this record: attach the report first"};
    return fail(ErrorKind::invalid, "security_incident/no_file", text, {{"file", "security_incident/no_file", text}});
}

Result<One> record_written_report(http::Context& context, const RecordWrittenReport& body)
{
    TRY(context.require(Permission::view_security_incident, context.path<ContractId>("contract")));
    return carry_out(
        context, {"security_incident.reported_in_writing"}, [&](db::Tx& tx, Incident incident) -> Result<Incident> {
            TRY_ASSIGN(auto reported,
                report_in_writing(std::move(incident),
                    {body.at, body.told_to, body.how, body.file, context.actor().name}, context.now()));
            TRY(check_file(tx, reported, body.file));
            return reported;
        });
}

Result<One> record_restoration(http::Context& context, const RecordRestoration& body)
{
    TRY(context.require(Permission::view_security_incident, context.path<ContractId>("contract")));
    return carry_out(context, {"security_incident.restored"}, [&](db::Tx&, Incident incident) {
        return restore(std::move(incident),
            {body.what, body.material_before, body.material_after, body.done_on, body.borne_by, context.actor().name},
            day_of(context.now()));
    });
}

Result<One> rule_on_restoration(http::Context& context, const RuleOnRestoration& body)
{
    const Side side = context.actor().side(context.path<ContractId>("contract"));
    return carry_out(context, {"security_incident.ruled"}, [&](db::Tx&, Incident incident) {
        return rule(std::move(incident), side, {body.verdict, body.text, context.now(), context.actor().name});
    });
}

}

void add_damage_routes(http::Router& router)
{
    const std::string one = "/api/v1/contracts/{contract}/security-incidents/{id}";
    router.post(one + "/written-report", record_written_report)
        .permission(Permission::report_security_incident)
        .summary({"損害を市に書面で報告したことを記録する", "Record the report in writing about damage"});
    router.post(one + "/restoration", record_restoration)
        .permission(Permission::report_security_incident)
        .summary({"損害の復旧を記録する", "Record how damage was made good"});
    router.post(one + "/ruling", rule_on_restoration)
        .permission(Permission::close_security_incident)
        .summary({"損害の復旧について市が判断する", "Rule on the restoration of damage"});
}

}
