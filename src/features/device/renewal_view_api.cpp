#include "features/device/renewal_view_api.hpp"

#include <algorithm>

namespace hoshuban::device {

SiteRenewalView view_of(const contract::Profile& profile, const SiteRenewal& renewal)
{
    SiteRenewalView view{.site_id = renewal.site,
        .site_number = {},
        .site = {},
        .done = renewal.done,
        .left = renewal.left,
        .coming = renewal.coming,
        .ending = renewal.ending,
        .planned_from = renewal.planned_from,
        .planned_to = renewal.planned_to,
        .first_done = renewal.first_done,
        .last_done = renewal.last_done,
        .slips = renewal.slips,
        .late = renewal.late,
        .history = {}};
    if (const contract::Site* site = renewal.site ? contract::find_site(profile, *renewal.site) : nullptr) {
        view.site_number = site->number;
        view.site = site->name;
    }
    for (const SitePlan& each : renewal.history)
        view.history.push_back({view_of(each.plan), each.units});
    return view;
}

RenewalUnitView view_of(const contract::Profile& profile, const RenewalUnit& each, const UnitModel& becomes)
{
    const contract::Device& device = each.unit.device;
    const auto found = std::ranges::find(profile.device_classes, device.device_class, &contract::DeviceClass::id);
    RenewalUnitView view{.id = device.id,
        .number = device.number,
        .device_class = device.device_class,
        .label = found == profile.device_classes.end() ? Text{device.device_class, device.device_class} : found->label,
        .model = device.model,
        .use = each.unit.placement.spot.use,
        .ends = each.ends,
        .state = each.state,
        .actual = each.actual,
        .planned_from = {},
        .planned_to = {},
        .new_model = becomes.model,
        .new_type_number = becomes.type_number};
    if (!each.plans.empty()) {
        view.planned_from = each.plans.back().from;
        view.planned_to = each.plans.back().to;
    }
    return view;
}

}
