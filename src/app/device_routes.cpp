#include "app/device_routes.hpp"

#include "app/features.hpp"
#include "features/attachment/attachment_api.hpp"
#include "features/audit/audit_api.hpp"
#include "features/contract/contract_store.hpp"
#include "features/device/device_api.hpp"
#include "features/device/ledger_api.hpp"
#include "features/installation/built_store.hpp"
#include "features/installation/installation_api.hpp"
#include "features/installation/job_store.hpp"
#include "features/loan/link_store.hpp"
#include "features/recovery/built_store.hpp"
#include "features/recovery/recovery_api.hpp"
#include "features/recovery/run_store.hpp"
#include "features/recovery/unit_store.hpp"
#include "features/repair/built_store.hpp"
#include "features/repair/low_stock_api.hpp"
#include "features/repair/repair_api.hpp"
#include "features/stocktake/built_store.hpp"
#include "features/trend/trend_store.hpp"

#include <algorithm>
#include <iterator>
#include <span>

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

device::MediumEditions medium_editions()
{
    return {recovery::check_edition, recovery::edition_check,
        [](db::Tx& tx, const contract::Profile& profile, const audit::Cause& cause, std::span<const DeviceId> devices,
            const std::string& edition, LocalDay on, const std::string& person) {
            return recovery::apply(tx, profile, cause, devices, edition, {on, person});
        }};
}

std::vector<device::BuiltUpon> built_since(db::Reader& reader, const ContractId& contract, Instant since)
{
    std::vector<device::BuiltUpon> all;
    for (const auto& room : {repair::built_since, installation::built_since, recovery::built_since,
             stocktake::built_since, loan::built_since})
        std::ranges::move(room(reader, contract, since), std::back_inserter(all));
    return all;
}

void add_register_routes(http::Router& router, const Shared& shared)
{
    device::add_routes(router, shared.profiles, {medium_editions(), repair::tell_spare_taken, built_since});
    audit::add_timeline(router, shared.words,
        {"/api/v1/contracts/{contract}/register/{id}/events", "device", Permission::view_device, device::check_seen});
}

void add_recovery_routes(http::Router& router, const Shared& shared)
{
    const std::string one = "/api/v1/contracts/{contract}/recovery/editions/{id}";
    recovery::add_routes(router, shared.profiles);
    audit::add_timeline(
        router, shared.words, {one + "/events", "recovery", Permission::view_device, recovery::check_seen});
    attachment::add_routes(router,
        {one, "recovery", Permission::view_device, Permission::move_device, recovery::check_seen,
            recovery::check_attach,
            {"リカバリメディアの版に成果物の書類を添付する", "Attach a deliverable to an edition of a recovery medium"},
            {"リカバリメディアの版の添付書類", "List the files of an edition of a recovery medium"}});
}

void add_repair_routes(http::Router& router, const Shared& shared)
{
    const std::string one = "/api/v1/contracts/{contract}/repairs/{id}";
    repair::add_routes(router, {shared.profiles, follow_units(shared.profiles), medium_editions()});
    audit::add_timeline(router, shared.words, {one + "/events", "repair", Permission::view_device, repair::check_seen});
    attachment::add_routes(router,
        {one, "repair", Permission::view_device, Permission::move_device, repair::check_seen, repair::check_attach,
            {"修理の記録に書類（消去証明書など）を添付する", "Attach a file to a repair, as a certificate of erasure"},
            {"修理の添付書類", "List the files of a repair"}});
}

void add_installation_routes(http::Router& router, const Shared& shared)
{
    const std::string one = "/api/v1/contracts/{contract}/installations/{id}";
    installation::add_routes(router, {shared.profiles, follow_units(shared.profiles), medium_editions()});
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
    add_register_routes(router, shared);
    add_installation_routes(router, shared);
    add_recovery_routes(router, shared);
    add_repair_routes(router, shared);
}

std::vector<contract::KeptRun> kept_runs(db::Reader& reader, const contract::Profile& profile)
{
    auto kept = installation::kept_runs(installation::all_jobs(reader, profile.id), profile);
    std::ranges::move(recovery::kept_runs(reader, profile), std::back_inserter(kept));
    std::ranges::move(trend::kept_runs(reader, profile), std::back_inserter(kept));
    return kept;
}

}
