#include "features/contract/contract_api.hpp"

#include "features/contract/contract_dto_api.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
namespace {

struct DeviceQuery {
    std::optional<SiteId> site;
};

auto describe(const DeviceQuery*)
{
    return json::object<DeviceQuery>("DeviceQuery", json::field("site", &DeviceQuery::site, {"拠点", "Site"}));
}

// A contract in which somebody has no role does not exist for them, so it is not listed. Only the administrator, who
// gives the roles, is told the names of all.
Result<ContractList> list(http::Context& context)
{
    const LocalDay today = day_of(context.now());
    const bool all = context.actor().administrator && context.actor().origin == Origin::screen;
    ContractList found;
    for (const ContractRow& row : context.database().read([](db::Reader& reader) { return list_contracts(reader); })) {
        if (all || context.actor().sees(row.id))
            found.items.push_back(summary_of(row, context.actor(), today));
    }
    return found;
}

Result<ContractView> show(http::Context& context, ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<ContractView> {
        TRY_ASSIGN(const auto shown, profile(reader, profiles, contract));
        return view_of(*shown, version_of(reader, contract).value_or(1), day_of(context.now()));
    });
}

Result<SiteList> sites(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    SiteList found;
    for (const SiteRegister& each :
        context.database().read([&](db::Reader& reader) { return list_sites(reader, contract); }))
        found.items.push_back(view_of(each));
    return found;
}

Result<DeviceList> devices(http::Context& context, const DeviceQuery& query)
{
    const auto contract = context.path<ContractId>("contract");
    DeviceList found;
    for (const DeviceRegister& each :
        context.database().read([&](db::Reader& reader) { return list_devices(reader, contract, query.site); }))
        found.items.push_back(view_of(each));
    return found;
}

}

void add_routes(http::Router& router, ProfileCache& profiles)
{
    router.get("/api/v1/contracts", list)
        .signed_in()
        .summary({"自分が関わる契約の一覧", "The contracts one has a role in"});
    router.get("/api/v1/contracts/{contract}", [&profiles](http::Context& context) { return show(context, profiles); })
        .permission(Permission::view_contract)
        .summary({"契約の内容", "One contract"});
    router.get("/api/v1/contracts/{contract}/sites", sites)
        .permission(Permission::view_contract)
        .summary({"設置拠点の一覧", "The sites of a contract"});
    router.get("/api/v1/contracts/{contract}/devices", devices)
        .permission(Permission::view_contract)
        .summary({"機器の一覧", "The devices of a contract"});
}

}
