#include "features/recovery/built_store.hpp"

#include "features/recovery/sql.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::recovery {

std::vector<device::BuiltUpon> built_since(db::Reader& reader, const ContractId& contract, Instant since)
{
    return reader.query(sql::list_built_since, contract, since).map([](const db::Row& row) {
        const auto name = row.get<std::string>("name");
        return device::BuiltUpon{
            row.get<DeviceId>("device_id"), {"リカバリメディア " + name, "recovery medium " + name}};
    });
}

}
