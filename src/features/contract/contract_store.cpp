#include "features/contract/contract_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/contract/device_store.hpp"
#include "features/contract/site_store.hpp"
#include "features/contract/sql.hpp"
#include "platform/crypto.hpp"
#include "platform/db/many.hpp"

#include <fmt/format.h>

namespace hoshuban::contract {
namespace {

struct Stored {
    int version = 0;
    std::string sha256;
};

Stored stored_from(const db::Row& row)
{
    return {row.get<int>("version"), row.get<std::string>("sha256")};
}

std::string fingerprint(const ProfileFiles& files)
{
    crypto::Sha256 sum;
    for (const auto& [path, bytes] : files)
        sum.add(fmt::format("{} {}\n", crypto::sha256_hex(bytes), path));
    return crypto::hex(sum.finish());
}

std::string version_json(const Stored& stored)
{
    return fmt::format(R"({{"version":{},"sha256":"{}"}})", stored.version, stored.sha256);
}

void put_files(db::Tx& tx, const ContractId& contract, const ProfileFiles& files)
{
    tx.execute(sql::delete_files, contract);
    for (const auto& [path, bytes] : files)
        tx.execute(sql::insert_file, contract, path, db::BytesView{bytes}, crypto::sha256_hex(bytes));
}

void put_devices(db::Tx& tx, const Profile& profile)
{
    tx.execute(sql::unlist_devices, profile.id);
    std::vector<std::vector<db::Param>> rows;
    rows.reserve(profile.devices.size());
    for (const Device& device : profile.devices) {
        rows.push_back({profile.id, device.id, device.number, device.device_class, device.kind, device.model,
            device.type_number, device.division, device.generation, device.site, device.status, device.known,
            device.pair_unit, device.remarks, search_key_of(device)});
    }
    db::insert_many(tx, sql::put_device, rows);
}

ContractRow contract_from(const db::Row& row)
{
    return {
        .id = row.get<ContractId>("id"),
        .title = row.get<std::string>("title"),
        .municipality = row.get<std::string>("municipality"),
        .starts_on = row.get<LocalDay>("starts_on"),
        .ends_on = row.get<LocalDay>("ends_on"),
        .version = row.get<int>("version"),
    };
}

}

Loaded load(db::Tx& tx, const Profile& profile, const ProfileFiles& files, audit::Entry event)
{
    const auto before = tx.query(sql::find_contract, profile.id).one_or_none(stored_from);
    Stored after{before ? before->version : 0, fingerprint(files)};
    if (before && before->sha256 == after.sha256)
        return {LoadOutcome::unchanged, before->version};
    ++after.version;

    tx.execute(sql::put_contract, profile.id, profile.title, profile.municipality, profile.period.first,
        profile.period.last, after.sha256, after.version, event.at);
    put_files(tx, profile.id, files);
    put_profile_sites(tx, profile);
    put_devices(tx, profile);
    if (before)
        event.before = version_json(*before);
    event.after = version_json(after);
    audit::record(tx, event);
    return {before ? LoadOutcome::changed : LoadOutcome::created, after.version};
}

std::optional<int> version_of(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::find_contract, contract).one_or_none([](const db::Row& row) {
        return row.get<int>("version");
    });
}

ProfileFiles files_of(db::Reader& reader, const ContractId& contract)
{
    ProfileFiles files;
    reader.query(sql::list_files, contract).for_each([&](const db::Row& row) {
        auto path = row.get<std::string>("path");
        files.emplace(std::move(path), row.get<db::Bytes>("content").data);
    });
    return files;
}

std::vector<ContractRow> list_contracts(db::Reader& reader)
{
    return reader.query(sql::list_contracts).map(contract_from);
}

std::vector<DeviceRegister> list_devices(
    db::Reader& reader, const ContractId& contract, const std::optional<SiteId>& site)
{
    return reader.query(sql::list_devices, contract, site).map(device_from);
}

}
