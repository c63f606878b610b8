#include "features/device/site_stay_store.hpp"

#include "features/device/sql.hpp"

namespace hoshuban::device {
namespace {

int closed_stays(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::count_closed_stays, contract)
        .one_or_none([](const db::Row& row) { return row.get<int>("stays"); })
        .value_or(0);
}

}

ClosedStays::ClosedStays(db::Reader& reader, const ContractId& contract)
    : contract_{contract}
    , before_{closed_stays(reader, contract)}
{
}

Result<void> ClosedStays::check(db::Reader& reader) const
{
    if (closed_stays(reader, contract_) <= before_)
        return {};
    return fail(ErrorKind::conflict, "device/site_closed",
        {"閉鎖した後（または開く前）の拠点に機器が残ることになります。日か拠点を直してください。",
            "a unit would stand at a site on days on which it is closed: correct the day or the site"});
}

std::map<SiteId, int> units_since(db::Reader& reader, const ContractId& contract, LocalDay day)
{
    std::map<SiteId, int> units;
    reader.query(sql::count_units_since, contract, day).for_each([&](const db::Row& row) {
        units.emplace(row.get<SiteId>("site_id"), row.get<int>("units"));
    });
    return units;
}

}
