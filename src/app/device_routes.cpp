#include "app/device_routes.hpp"

#include "app/features.hpp"
#include "features/attachment/attachment_api.hpp"
#include "features/audit/audit_api.hpp"
#include "features/contract/contract_store.hpp"
#include "features/device/device_api.hpp"
#include "features/device/ledger_api.hpp"
#include "features/installation/installation_api.hpp"
#include "features/repair/repair_api.hpp"

namespace hoshuban {
namespace {

// Every room's list of devices and the newest editions follow the moves of any room (LOC-05).
std::function<void(const http::Context&)> follow_units(contract::ProfileCache& profiles)
{
    return [&profiles](const http::Context& context) {
        profiles.forget(context.path<ContractId>("contract"));
        device::renew_editions(context, profiles);
    };
}

void add_repair_routes(http::Router& router, const Shared& shared)
{
    const std::string one = "/api/v1/contracts/{contract}/repairs/{id}";
    repair::add_routes(router, {shared.profiles, follow_units(shared.profiles)});
    audit::add_timeline(router, shared.words, {one + "/events", "repair", Permission::view_device, repair::check_seen});
    attachment::add_routes(router,
        {one, "repair", Permission::view_device, Permission::move_device, repair::check_seen, repair::check_attach,
            {"修理の記録に書類（消去証明書など）を添付する", "Attach a file to a repair, as a certificate of erasure"},
            {"修理の添付書類", "List the files of a repair"}});
}

void add_installation_routes(http::Router& router, const Shared& shared)
{
    const std::string one = "/api/v1/contracts/{contract}/installations/{id}";
    installation::add_routes(router, {shared.profiles, follow_units(shared.profiles)});
    audit::add_timeline(
        router, shared.words, {one + "/events", "installation", Permission::view_device, installation::check_seen});
    attachment::add_routes(router,
        {one, "installation", Permission::view_device, Permission::move_device, installation::check_seen,
            installation::check_attach,
            {"設置・撤去に書類（受領書など）を添付する", "Attach a file to a job of installation, as a receipt"},
            {"設置・撤去の添付書類", "List the files of a job of installation"}});
}

}

void add_device_routes(http::Router& router, const Shared& shared)
{
    add_installation_routes(router, shared);
    add_repair_routes(router, shared);
}

}
