#include "features/repair/reach_api.hpp"

#include "features/device/reach.hpp"

#include <fmt/format.h>

namespace hoshuban::repair {

Result<void> check_whole(const http::Context& context)
{
    return device::check_sees_all(context.actor(), context.path<ContractId>("contract"), "repair/not_found");
}

bool may_keep(const http::Context& context)
{
    return device::works_on_units(context.actor(), context.path<ContractId>("contract"));
}

Result<void> check_keeps(const http::Context& context)
{
    TRY(check_whole(context));
    return device::check_works_on_units(context.actor(), context.path<ContractId>("contract"), "repair/contractor_only",
        {"修理は受託者が記録します。", "repairs are recorded by the contractor"});
}

Result<std::shared_ptr<const contract::Profile>> repairing(
    db::Reader& reader, const http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(auto profile, contract::profile(reader, profiles, context.path<ContractId>("contract")));
    if (!profile->repair) {
        return fail(ErrorKind::conflict, "repair/not_in_contract",
            {"この契約には、故障した機器の修理の業務がありません。", "repair is no work of this contract"});
    }
    return profile;
}

Result<contract::RepairRule> rule_of(
    const contract::Profile& profile, const std::string& device_class, const std::string& model)
{
    const contract::RepairRule* rule = contract::repair_rule(*profile.repair, device_class, model);
    if (rule != nullptr)
        return *rule;
    return fail(ErrorKind::conflict, "repair/no_rule",
        {fmt::format("契約に「{}」の修理の定めがありません。", model),
            fmt::format("the contract says nothing about repairing \"{}\"", model)});
}

}
