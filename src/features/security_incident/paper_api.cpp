#include "features/security_incident/paper_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/security_incident/body_api.hpp"
#include "features/security_incident/incident_list_doc.hpp"
#include "features/security_incident/incident_store.hpp"
#include "features/security_incident/report_doc.hpp"

namespace hoshuban::security_incident {
namespace {

// More than any contract has in the period of one file.
constexpr int most_incidents = 20'000;

// What leaves the program is on record.
void record_export(http::Context& context, std::string_view kind, const std::string& id)
{
    audit::Entry entry =
        audit::entry(context, context.path<ContractId>("contract"), std::string{kind}, {"security_incident", id});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
}

Result<http::File> export_incidents(http::Context& context, const IncidentQuery& query)
{
    const auto contract = context.path<ContractId>("contract");
    const auto page = context.database().read(
        [&](db::Reader& reader) { return list(reader, contract, filter_of(query), "", most_incidents); });
    TRY_ASSIGN(auto bytes, incident_workbook(page.incidents, context.language(), context.now()));
    record_export(context, "security_incident.exported", "");
    const std::string name = "事故・損害_" + to_text(day_of(context.now())) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

Result<http::File> export_report(http::Context& context, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    const auto id = context.path<SecurityIncidentId>("id");
    TRY_ASSIGN(auto file, context.database().read([&](db::Reader& reader) -> Result<http::File> {
        TRY_ASSIGN(const auto incident, get(reader, contract, id));
        TRY_ASSIGN(auto bytes, report_document(incident, entries_of(reader, contract, id), *profile, context.now()));
        const std::string name = report_file_name(incident);
        return http::File{attachment::content_type_of(name), name, std::move(bytes)};
    }));
    record_export(context, "security_incident.paper_exported", id.text);
    return file;
}

}

void add_paper_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/security-incidents";
    router.get(all + "/export", export_incidents)
        .permission(Permission::view_security_incident)
        .takes_long()
        .summary({"事故・損害の一覧をファイルに書き出す", "Export security incidents, accidents and damage"});
    router.get(all + "/{id}/report", [&profiles](http::Context& context) { return export_report(context, profiles); })
        .permission(Permission::view_security_incident)
        .summary({"事故・損害の報告書（Word）", "The report of an incident as a Word document"});
}

}
