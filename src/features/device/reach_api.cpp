#include "features/device/reach_api.hpp"

#include "features/device/reach.hpp"

namespace hoshuban::device {

work_request::Reach reach_of(const http::Context& context)
{
    return work_request::reach_of(context.actor(), context.path<ContractId>("contract"), Permission::view_device);
}

Result<void> check_whole(const http::Context& context)
{
    if (!seen_sites(context.actor(), context.path<ContractId>("contract")))
        return {};
    return fail(ErrorKind::not_found, "device/register_not_found", {"見つかりません。", "not found"});
}

UnitFilter filter_of(const http::Context& context, const UnitQuery& query)
{
    return {.day = query.on.value_or(day_of(context.now())),
        .site = query.site.value_or(""),
        .device_class = query.device_class.value_or(""),
        .division = query.division.value_or(""),
        .use = query.use,
        .words = query.q.value_or(""),
        .only = seen_sites(context.actor(), context.path<ContractId>("contract"))};
}

}
