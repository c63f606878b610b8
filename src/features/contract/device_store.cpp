#include "features/contract/device_store.hpp"

#include "core/fold.hpp"
#include "features/contract/sql.hpp"
#include "platform/db/listed.hpp"
#include "platform/db/many.hpp"

#include <fmt/format.h>
#include <map>
#include <utility>

namespace hoshuban::contract {

Device described(const db::Row& row)
{
    Device device;
    device.id = row.get<DeviceId>("id");
    device.number = row.get<std::string>("number");
    device.device_class = row.get<std::string>("class");
    device.kind = row.get<std::string>("kind");
    device.model = row.get<std::string>("model");
    device.type_number = row.get<std::string>("type_number");
    device.division = row.get<std::string>("division");
    device.generation = row.get<std::string>("generation");
    device.known = row.get<DeviceKnown>("known");
    device.pair_unit = row.get<PairUnit>("pair_unit");
    device.remarks = row.get<std::string>("remarks");
    return device;
}

DeviceRegister device_from(const db::Row& row)
{
    DeviceRegister entry{described(row), row.get<std::optional<std::string>>("site_name").value_or("")};
    entry.device.site = row.get<std::optional<SiteId>>("site_id");
    entry.device.status = row.get<DeviceStatus>("status");
    return entry;
}

std::string search_key_of(const Device& device)
{
    return fold(
        fmt::format("{} {} {} {} {}", device.number, device.kind, device.model, device.type_number, device.remarks));
}

void put_units(db::Tx& tx, const ContractId& contract, std::span<const Device> units)
{
    std::vector<std::vector<db::Param>> rows;
    rows.reserve(units.size());
    for (const Device& unit : units) {
        rows.push_back({contract, unit.id, unit.number, unit.device_class, unit.kind, unit.model, unit.type_number,
            unit.division, unit.generation, unit.site, unit.status, unit.known, unit.pair_unit, unit.remarks,
            search_key_of(unit)});
    }
    db::insert_many(tx, sql::put_unit, rows);
    tx.execute(sql::count_units_version, contract);
}

std::set<DeviceId> entered_units(db::Reader& reader, const ContractId& contract)
{
    std::set<DeviceId> units;
    reader.query(sql::list_entered_units, contract).for_each([&](const db::Row& row) {
        units.insert(row.get<DeviceId>("id"));
    });
    return units;
}

void return_to_profile(db::Tx& tx, const ContractId& contract, std::span<const Device> units)
{
    std::vector<DeviceId> ids;
    for (const Device& unit : units)
        ids.push_back(unit.id);
    for (const auto portion : db::portions(std::span<const DeviceId>{ids})) {
        const db::Listed listed{sql::return_to_profile, {contract}, portion};
        tx.execute(listed.query(), listed.params());
    }
    tx.execute(sql::count_units_version, contract);
}

void withdraw_units(db::Tx& tx, const ContractId& contract, std::span<const DeviceId> units)
{
    for (const auto portion : db::portions(units)) {
        const db::Listed listed{sql::withdraw_units, {contract}, portion};
        tx.execute(listed.query(), listed.params());
    }
    tx.execute(sql::count_units_version, contract);
}

std::optional<DeviceRegister> find_device(db::Reader& reader, const ContractId& contract, const DeviceId& id)
{
    return reader.query(sql::find_device, contract, id).one_or_none(device_from);
}

std::vector<DeviceId> device_ids(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_device_ids, contract).map([](const db::Row& row) { return row.get<DeviceId>("id"); });
}

void put_places(db::Tx& tx, const ContractId& contract, std::span<const DevicePlace> places)
{
    std::map<std::pair<std::optional<SiteId>, DeviceStatus>, std::vector<DeviceId>> together;
    for (const DevicePlace& each : places)
        together[{each.site, each.status}].push_back(each.device);
    for (const auto& [place, devices] : together) {
        for (const auto portion : db::portions(std::span<const DeviceId>{devices})) {
            const db::Listed listed{sql::put_places, {contract, place.first, place.second}, portion};
            tx.execute(listed.query(), listed.params());
        }
    }
    tx.execute(sql::count_units_version, contract);
}

int units_version(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::find_units_version, contract)
        .one_or_none([](const db::Row& row) { return row.get<int>("units_version"); })
        .value_or(0);
}

}
