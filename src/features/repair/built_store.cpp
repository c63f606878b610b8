#include "features/repair/built_store.hpp"

#include "features/repair/sql.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::repair {

std::vector<device::BuiltUpon> built_since(db::Reader& reader, const ContractId& contract, Instant since)
{
    return reader.query(sql::list_built_since, contract, since).map([](const db::Row& row) {
        const auto name = row.get<std::string>("number");
        return device::BuiltUpon{row.get<DeviceId>("device_id"), {"修理 " + name, "repair " + name}};
    });
}

}
