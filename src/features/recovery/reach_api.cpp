#include "features/recovery/reach_api.hpp"

#include "features/device/reach.hpp"

namespace hoshuban::recovery {

Result<void> check_whole(const http::Context& context)
{
    return device::check_sees_all(context.actor(), context.path<ContractId>("contract"), "recovery/not_found");
}

bool may_keep(const http::Context& context)
{
    return device::works_on_units(context.actor(), context.path<ContractId>("contract"));
}

Result<void> check_keeps(const http::Context& context)
{
    TRY(check_whole(context));
    return device::check_works_on_units(context.actor(), context.path<ContractId>("contract"),
        "recovery/contractor_only",
        {"リカバリメディアは受託者が記録します。市は検収または差戻しを記録してください。",
            "recovery media are kept by the contractor: the city accepts an edition or sends it back"});
}

Result<std::shared_ptr<const contract::Profile>> with_media(
    db::Reader& reader, const http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(auto profile, contract::profile(reader, profiles, context.path<ContractId>("contract")));
    if (!profile->recovery) {
        return fail(ErrorKind::conflict, "recovery/not_in_contract",
            {"この契約には、リカバリメディアの業務がありません。", "recovery media are no work of this contract"});
    }
    return profile;
}

}
