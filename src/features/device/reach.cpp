#include "features/device/reach.hpp"

#include "features/work_request/reach.hpp"

namespace hoshuban::device {

std::optional<std::vector<SiteId>> seen_sites(const Actor& actor, const ContractId& contract)
{
    auto reach = work_request::reach_of(actor, contract, Permission::view_device);
    return reach.whole ? std::nullopt : std::optional{std::move(reach.sites)};
}

bool works_on_units(const Actor& actor, const ContractId& contract)
{
    return actor.side(contract) == Side::contractor && actor.may(Permission::move_device, contract);
}

}
