#include "features/contract/device_store.hpp"

#include "features/contract/sql.hpp"

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

std::optional<DeviceRegister> find_device(db::Reader& reader, const ContractId& contract, const DeviceId& id)
{
    return reader.query(sql::find_device, contract, id).one_or_none(device_from);
}

std::vector<DeviceId> device_ids(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_device_ids, contract).map([](const db::Row& row) { return row.get<DeviceId>("id"); });
}

}
