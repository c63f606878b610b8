#include "features/support/support_api.hpp"

#include "features/contract/contract_store.hpp"
#include "features/support/body_api.hpp"
#include "features/support/on_call_api.hpp"
#include "features/support/view_api.hpp"

#include <algorithm>

namespace hoshuban::support {
namespace {

Result<std::vector<AnsweredWindow>> asked_windows(
    db::Reader& reader, const contract::Profile& profile, const WindowQuery& query, Instant at)
{
    Told told{.instructed = at};
    const auto site = std::ranges::find(profile.sites, SiteId{query.site.value_or("")}, &contract::Site::id);
    if (site != profile.sites.end())
        told.site = site->number;
    if (!query.device_class)
        return answer_all(reader, profile, told);
    TRY_ASSIGN(auto one, answer_for(reader, profile, *query.device_class, query.severity.value_or(""), told));
    std::vector<AnsweredWindow> windows;
    if (one)
        windows.push_back(*std::move(one));
    return windows;
}

Result<WindowAnswerList> show_windows(
    http::Context& context, const WindowQuery& query, contract::ProfileCache& profiles)
{
    const Instant at = query.at.value_or(context.now());
    return context.database().read([&](db::Reader& reader) -> Result<WindowAnswerList> {
        TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, context.path<ContractId>("contract")));
        TRY_ASSIGN(const auto windows, asked_windows(reader, *profile, query, at));
        WindowAnswerList list{at, {}};
        for (const AnsweredWindow& each : windows)
            list.items.push_back(view_of(*profile, each));
        return list;
    });
}

}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    router
        .get("/api/v1/contracts/{contract}/support-windows",
            [&profiles](
                http::Context& context, const WindowQuery& query) { return show_windows(context, query, profiles); })
        .permission(Permission::view_contract)
        .summary({"ある時刻の障害に、どの区分でいつ対応するか", "What the support windows say about a moment"});
    add_on_call_routes(router, profiles);
}

}
