#pragma once
#include "features/audit/audit.hpp"
#include "features/contract/profile_doc.hpp"
#include "platform/db/database.hpp"

#include <chrono>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace hoshuban::contract {

enum class LoadOutcome { created, changed, unchanged };

constexpr auto names_of(const LoadOutcome*)
{
    return std::to_array<Name<LoadOutcome>>({
        {LoadOutcome::created, "created"},
        {LoadOutcome::changed, "changed"},
        {LoadOutcome::unchanged, "unchanged"},
    });
}

struct Loaded {
    LoadOutcome outcome = LoadOutcome::unchanged;
    int version = 0;
};

/// Store a profile that was read from these files, with its sites and devices. Files that are stored already change
/// nothing; otherwise the version grows and `event` is recorded with the versions and fingerprints before and after.
Loaded load(db::Tx&, const Profile&, const ProfileFiles&, audit::Entry event);

/// The version of a stored contract; nothing when there is none.
std::optional<int> version_of(db::Reader&, const ContractId&);

/// The files of a stored contract, empty when there is none.
ProfileFiles files_of(db::Reader&, const ContractId&);

/// One line of the list of contracts.
struct ContractRow {
    ContractId id;
    std::string title;
    std::string municipality;
    LocalDay starts_on;
    LocalDay ends_on;
    int version = 0;
};

/// Every contract, the latest first.
std::vector<ContractRow> list_contracts(db::Reader&);

/// A site with the number of devices registered there.
struct SiteRegister {
    Site site;
    int device_count = 0;
};

std::vector<SiteRegister> list_sites(db::Reader&, const ContractId&);

/// A device with the name of its site.
struct DeviceRegister {
    Device device;
    std::string site_name;
};

/// The devices of one site, or of the whole contract.
std::vector<DeviceRegister> list_devices(db::Reader&, const ContractId&, const std::optional<SiteId>&);

/// The parsed profiles, kept in memory by contract and version. Another process's load is noticed within `recheck`, one
/// of this process at once. Thread safe.
class ProfileCache {
public:
    explicit ProfileCache(std::chrono::milliseconds recheck = std::chrono::milliseconds{1'000})
        : recheck_(recheck)
    {
    }

    /// A profile whose version was confirmed lately; null when the database has to be asked.
    std::shared_ptr<const Profile> fresh(const ContractId&) const;
    /// The profile of exactly this version, confirming it; null when it is not kept.
    std::shared_ptr<const Profile> confirm(const ContractId&, int version);
    void keep(int version, std::shared_ptr<const Profile>);
    void forget(const ContractId&);

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Kept {
        std::shared_ptr<const Profile> profile;
        int version = 0;
        Time confirmed;
    };

    std::chrono::milliseconds recheck_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Kept> kept_;
};

/// The profile of a contract as stored. Starts a reading of its own when the cache cannot answer, so it must not be
/// called inside a transaction.
Result<std::shared_ptr<const Profile>> profile(db::Database&, ProfileCache&, const ContractId&);

/// The same inside a transaction.
Result<std::shared_ptr<const Profile>> profile(db::Reader&, ProfileCache&, const ContractId&);

}
