#include "features/contract/device_store.hpp"

#include "core/fold.hpp"
#include "features/contract/sql.hpp"
#include "platform/db/many.hpp"

#include <fmt/format.h>

namespace hoshuban::contract {

DeviceRegister device_from(const db::Row& row)
{
    DeviceRegister entry;
    entry.device.id = row.get<DeviceId>("id");
    entry.device.number = row.get<std::string>("number");
    entry.device.device_class = row.get<std::string>("class");
    entry.device.kind = row.get<std::string>("kind");
    entry.device.model = row.get<std::string>("model");
    entry.device.type_number = row.get<std::string>("type_number");
    entry.device.division = row.get<std::string>("division");
    entry.device.generation = row.get<std::string>("generation");
    entry.device.site = row.get<std::optional<SiteId>>("site_id");
    entry.site_name = row.get<std::optional<std::string>>("site_name").value_or("");
    entry.device.status = row.get<DeviceStatus>("status");
    entry.device.known = row.get<DeviceKnown>("known");
    entry.device.pair_unit = row.get<PairUnit>("pair_unit");
    entry.device.remarks = row.get<std::string>("remarks");
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

std::optional<DeviceRegister> find_device(db::Reader& reader, const ContractId& contract, const DeviceId& id)
{
    return reader.query(sql::find_device, contract, id).one_or_none(device_from);
}

std::vector<DeviceId> device_ids(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_device_ids, contract).map([](const db::Row& row) { return row.get<DeviceId>("id"); });
}

int units_version(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::find_units_version, contract)
        .one_or_none([](const db::Row& row) { return row.get<int>("units_version"); })
        .value_or(0);
}

}
