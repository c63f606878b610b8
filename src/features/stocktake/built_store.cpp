#include "features/stocktake/built_store.hpp"

#include "features/stocktake/sql.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::stocktake {

std::vector<device::BuiltUpon> built_since(db::Reader& reader, const ContractId& contract, Instant since)
{
    return reader.query(sql::list_built_since, contract, since).map([](const db::Row& row) {
        const auto name = row.get<std::string>("title");
        return device::BuiltUpon{row.get<DeviceId>("device_id"), {"棚卸 " + name, "stock-take " + name}};
    });
}

}
