#include "features/device/register_import_totals.hpp"

#include <map>

namespace hoshuban::device {
namespace {

Count one_of(const contract::Device& device, const Spot& spot)
{
    return {spot.site, device.division, device.device_class, device.kind, device.model, device.generation, spot.use,
        spot.keeper, 1};
}

}

std::vector<Reconciled> reconcile(
    const std::vector<contract::StatedTotal>& totals, const RegisterState& state, const RegisterPlan& plan)
{
    std::vector<Count> before;
    std::vector<Count> after;
    std::map<DeviceId, const EnteredUnit*> written;
    for (const PlannedUnit& row : plan.rows) {
        if (!row.saved)
            continue;
        if (row.saved->before)
            written.emplace(row.saved->device.id, &*row.saved);
        else if (row.saved->move)
            after.push_back(one_of(row.saved->device, row.saved->move->to));
    }
    for (const Unit& unit : state.units) {
        const Spot& stood = unit.placement.spot;
        before.push_back(one_of(unit.device, stood));
        const auto found = written.find(unit.device.id);
        if (found == written.end())
            after.push_back(before.back());
        else
            after.push_back(one_of(found->second->device, found->second->move ? found->second->move->to : stood));
    }
    std::vector<Reconciled> reconciled;
    for (const Comparison& each : compare(totals, before))
        reconciled.push_back({each.stated, each.counted.all(), 0});
    const auto then = compare(totals, after);
    for (std::size_t i = 0; i < then.size(); ++i)
        reconciled[i].after = then[i].counted.all();
    return reconciled;
}

}
