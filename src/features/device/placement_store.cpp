#include "features/device/placement_store.hpp"

#include "features/device/sql.hpp"

#include <algorithm>

namespace hoshuban::device {

int open_register(db::Tx& tx, const ContractId& contract)
{
    return static_cast<int>(tx.execute(sql::open_register, contract));
}

Placement placement_from(const db::Row& row)
{
    return {row.get<LocalDay>("begins_on"), row.get<LocalDay>("ends_on"),
        {.site = row.get<std::optional<SiteId>>("site_id"),
            .place = row.get<std::string>("place"),
            .use = row.get<Use>("used_as"),
            .keeper = row.get<Keeper>("keeper")}};
}

Course course_of(db::Reader& reader, const ContractId& contract, const DeviceId& device)
{
    return reader.query(sql::list_course, contract, device).map(placement_from);
}

// The database holds that each placement follows one that is there: what differs is taken off from the end and put on
// again from its beginning.
void store(db::Tx& tx, const ContractId& contract, const DeviceId& device, const Course& before, const Course& after)
{
    const auto [old_end, new_end] = std::ranges::mismatch(before, after);
    for (auto placement = before.end(); placement != old_end; --placement)
        tx.execute(sql::delete_placement, contract, device, std::prev(placement)->from);
    for (auto placement = new_end; placement != after.end(); ++placement) {
        const std::optional<LocalDay> previous =
            placement == after.begin() ? std::nullopt : std::optional{placement->from};
        tx.execute(sql::insert_placement, contract, device, placement->from, placement->to, previous,
            placement->spot.site, placement->spot.place, placement->spot.use, placement->spot.keeper);
    }
}

}
