#include "features/device/holding_store.hpp"

#include "features/contract/site_fact.hpp"
#include "features/device/register_store.hpp"

#include <algorithm>

namespace hoshuban::device {

Holding holding_on(db::Reader& reader, const contract::Profile& profile, LocalDay day)
{
    const auto open =
        std::ranges::count_if(profile.sites, [&](const contract::Site& site) { return contract::is_open(site, day); });
    return {.units = count_units(reader, profile.id, day), .sites = static_cast<int>(open)};
}

}
