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

Result<void> check_sees_all(const Actor& actor, const ContractId& contract, const char* code)
{
    if (!seen_sites(actor, contract))
        return {};
    return fail(ErrorKind::not_found, code, {"見つかりません。", "not found"});
}

Result<void> check_works_on_units(const Actor& actor, const ContractId& contract, const char* code, const Text& words)
{
    if (works_on_units(actor, contract))
        return {};
    return fail(ErrorKind::forbidden, code, words);
}

}
