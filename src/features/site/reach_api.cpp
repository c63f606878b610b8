#include "features/site/reach_api.hpp"

#include "features/device/reach.hpp"

#include <algorithm>

namespace hoshuban::site {

Result<SharedProfile> profile_of(const http::Context& context, contract::ProfileCache& profiles)
{
    return contract::profile(context.database(), profiles, context.path<ContractId>("contract"));
}

bool sees(const http::Context& context, const SiteId& site)
{
    const auto sites = device::seen_sites(context.actor(), context.path<ContractId>("contract"));
    return !sites || std::ranges::find(*sites, site) != sites->end();
}

Result<const contract::Site*> seen_site(const http::Context& context, const contract::Profile& profile)
{
    const contract::Site* site = contract::find_site(profile, context.path<SiteId>("site"));
    if (site == nullptr || !sees(context, site->id))
        return fail(ErrorKind::not_found, "site/not_found", {"拠点が見つかりません。", "no such site"});
    return site;
}

bool may_keep(const http::Context& context)
{
    return context.actor().may(Permission::keep_site, context.path<ContractId>("contract"));
}

LocalDay day_of_query(const http::Context& context, const std::optional<LocalDay>& on)
{
    return on.value_or(day_of(context.now()));
}

}
