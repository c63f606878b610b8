#include "features/device/spare_store.hpp"

#include "features/device/register_store.hpp"

namespace hoshuban::device {

Result<std::vector<SpareUnit>> spares_for(
    db::Reader& reader, const ContractId& contract, const contract::Device& failed, LocalDay on)
{
    const UnitFilter filter{.day = on, .device_class = failed.device_class, .use = Use::spare, .words = failed.model};
    TRY_ASSIGN(const auto page, list_units(reader, contract, filter, "", most_spares));
    std::vector<SpareUnit> spares;
    for (const Unit& unit : page.units) {
        if (fits(failed, unit.device) && unit.device.id != failed.id)
            spares.push_back({unit.device, unit.site_name, unit.placement.spot.place});
    }
    return spares;
}

}
