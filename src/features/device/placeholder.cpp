#include "features/device/placeholder.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <ranges>

namespace hoshuban::device {
namespace {

std::string class_key(const contract::Device& device)
{
    return device.device_class + "\x1f" + fold(device.division);
}

std::string model_key(const contract::Device& device)
{
    return class_key(device) + "\x1f" + fold(device.model);
}

const Unit* last_of(std::vector<const Unit*>& units, const std::set<const Unit*>& not_these)
{
    while (!units.empty()) {
        const Unit* unit = units.back();
        units.pop_back();
        if (!not_these.contains(unit))
            return unit;
    }
    return nullptr;
}

}

Placeholders::Placeholders(const std::vector<Unit>& units)
{
    for (const Unit& unit : std::views::reverse(units)) {
        if (unit.device.known != contract::DeviceKnown::count)
            continue;
        free_[model_key(unit.device)][unit.placement.spot.site].push_back(&unit);
        classes_.insert(class_key(unit.device));
    }
}

const Unit* Placeholders::take(const contract::Device& device, const std::optional<SiteId>& site, Nearness nearness,
    const std::set<const Unit*>& not_these)
{
    const auto found = free_.find(model_key(device));
    if (found == free_.end())
        return nullptr;
    for (auto& [place, units] : found->second) {
        const bool near = nearness == Nearness::anywhere ||
            place == (nearness == Nearness::same_site ? site : std::optional<SiteId>{});
        const Unit* unit = near ? last_of(units, not_these) : nullptr;
        if (unit != nullptr)
            return unit;
    }
    return nullptr;
}

bool Placeholders::counts_only_other_models(const contract::Device& device) const
{
    return classes_.contains(class_key(device)) && !free_.contains(model_key(device));
}

}
