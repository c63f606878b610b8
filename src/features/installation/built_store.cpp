#include "features/installation/built_store.hpp"

#include "features/installation/sql.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::installation {

std::vector<device::BuiltUpon> built_since(db::Reader& reader, const ContractId& contract, Instant since)
{
    return reader.query(sql::list_built_since, contract, since).map([](const db::Row& row) {
        const auto name = row.get<std::string>("number");
        return device::BuiltUpon{row.get<DeviceId>("device_id"), {"設置・撤去 " + name, "job of installation " + name}};
    });
}

}
