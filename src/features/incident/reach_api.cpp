#include "features/incident/reach_api.hpp"

#include "features/device/reach.hpp"

#include <algorithm>

namespace hoshuban::incident {
namespace {

bool is_seen(const http::Context& context, const Incident& incident)
{
    const auto sites = device::seen_sites(context.actor(), incident.contract_id);
    return !sites || (incident.intake.site && std::ranges::find(*sites, *incident.intake.site) != sites->end());
}

}

Result<Listed> seen(const http::Context& context, db::Reader& reader, const IncidentId& id)
{
    TRY_ASSIGN(auto found, get(reader, context.path<ContractId>("contract"), id));
    if (!is_seen(context, found.incident))
        return fail(ErrorKind::not_found, "incident/not_found", {"障害が見つかりません。", "no such incident"});
    return found;
}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(seen(context, reader, context.path<IncidentId>("id")));
    return {};
}

Result<void> check_attach(const http::Context& context, db::Reader& reader)
{
    TRY(check_seen(context, reader));
    const auto contract = context.path<ContractId>("contract");
    for (const auto permission :
        {Permission::report_incident, Permission::direct_incident, Permission::record_incident})
        if (context.actor().may(permission, contract))
            return {};
    return fail(ErrorKind::forbidden, "incident/not_yours",
        {"障害にファイルを添付できるのは、障害を連絡する人と記録する人です。",
            "files are attached by who reports incidents and who records them"});
}

bool may_record(const http::Context& context, Act act)
{
    const auto contract = context.path<ContractId>("contract");
    const auto may = [&](Permission permission) { return context.actor().may(permission, contract); };
    switch (act) {
    case Act::reported:
        return may(Permission::report_incident);
    case Act::filtered:
        return may(Permission::direct_incident);
    case Act::handed_over:
    case Act::noted:
        return may(Permission::direct_incident) || may(Permission::record_incident);
    case Act::checked:
    case Act::reopened:
        return may(Permission::report_incident) || may(Permission::record_incident);
    default:
        return may(Permission::record_incident);
    }
}

Result<void> check_records(const http::Context& context, Act act)
{
    if (may_record(context, act))
        return {};
    return fail(ErrorKind::forbidden, "incident/not_yours",
        {"この記録は別の役割の人が行います。", "this is recorded by people of another role"});
}

}
