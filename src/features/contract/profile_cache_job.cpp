#include "features/contract/contract_store.hpp"
#include "features/contract/device_store.hpp"
#include "features/contract/site_store.hpp"

#include <fmt/format.h>

namespace hoshuban::contract {

std::shared_ptr<const Profile> ProfileCache::fresh(const ContractId& contract) const
{
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(contract.text);
    if (found == kept_.end() || std::chrono::steady_clock::now() - found->second.confirmed > recheck_)
        return nullptr;
    return found->second.profile;
}

std::shared_ptr<const Profile> ProfileCache::confirm(const ContractId& contract, int version)
{
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(contract.text);
    if (found == kept_.end() || found->second.version != version)
        return nullptr;
    found->second.confirmed = std::chrono::steady_clock::now();
    return found->second.profile;
}

void ProfileCache::keep(int version, std::shared_ptr<const Profile> profile)
{
    const std::string id = profile->id.text;
    const std::lock_guard lock(mutex_);
    kept_[id] = {std::move(profile), version, std::chrono::steady_clock::now()};
}

void ProfileCache::forget(const ContractId& contract)
{
    const std::lock_guard lock(mutex_);
    kept_.erase(contract.text);
}

// The files list what the contract began with; sites and units that were entered since belong to it as well.
static std::vector<Device> registered_devices(db::Reader& reader, const ContractId& contract)
{
    std::vector<Device> devices;
    for (DeviceRegister& entry : list_devices(reader, contract, std::nullopt))
        devices.push_back(std::move(entry.device));
    return devices;
}

Result<std::shared_ptr<const Profile>> profile(db::Reader& reader, ProfileCache& cache, const ContractId& contract)
{
    const auto version = version_of(reader, contract);
    if (!version) {
        return fail(ErrorKind::not_found, "contract/not_found",
            {fmt::format("契約「{}」がありません。", contract.text),
                fmt::format("there is no contract \"{}\"", contract.text)});
    }
    // Both only ever rise: no two states of a contract have the same sum.
    const int state = *version + units_version(reader, contract);
    if (auto kept = cache.confirm(contract, state))
        return kept;
    TRY_ASSIGN(Profile read, read_profile(files_of(reader, contract)));
    read.sites = present_sites(reader, contract);
    read.devices = registered_devices(reader, contract);
    auto fresh = std::make_shared<const Profile>(std::move(read));
    cache.keep(state, fresh);
    return fresh;
}

Result<std::shared_ptr<const Profile>> profile(db::Database& database, ProfileCache& cache, const ContractId& contract)
{
    if (auto kept = cache.fresh(contract))
        return kept;
    return database.read([&](db::Reader& reader) { return profile(reader, cache, contract); });
}

}
