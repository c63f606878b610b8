#include "features/premises/sight.hpp"

#include "features/work_request/reach.hpp"

#include <algorithm>

namespace hoshuban::premises {

Sight sight_of(const Actor& actor, const ContractId& contract, Permission permission)
{
    auto reach = work_request::reach_of(actor, contract, permission);
    return reach.whole ? std::nullopt : Sight{std::move(reach.sites)};
}

bool sees(const Sight& sight, const SiteId& site)
{
    return !sight || std::ranges::find(*sight, site) != sight->end();
}

std::vector<SiteId> listed_sites(const Sight& sight)
{
    return sight && !sight->empty() ? *sight : std::vector<SiteId>{SiteId{}};
}

}
