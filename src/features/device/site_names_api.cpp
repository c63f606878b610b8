#include "features/device/site_names_api.hpp"

#include "features/device/reach_api.hpp"
#include "features/device/register_import_view_api.hpp"

namespace hoshuban::device {
namespace {

Result<SiteAliasListView> show_aliases(http::Context& context)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) {
        SiteAliasListView view;
        for (const RememberedAlias& each : remembered_aliases(reader, contract))
            view.items.push_back({each.alias.alias, each.alias.site, each.entered_by, each.entered_at});
        return view;
    });
}

Result<SiteAliasListView> remember_site(
    http::Context& context, const RememberSite& body, contract::ProfileCache& profiles)
{
    TRY(check_whole(context));
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY(context.database().write(
        [&](db::Tx& tx) { return remember(tx, *profile, audit::cause_of(context), body.alias, body.site_id); }));
    return show_aliases(context);
}

Result<SiteAliasListView> forget_alias(http::Context& context, const ForgetAlias& body)
{
    TRY(check_whole(context));
    TRY(context.database().write([&](db::Tx& tx) {
        return forget(tx, context.path<ContractId>("contract"), audit::cause_of(context), body.alias, body.reason);
    }));
    return show_aliases(context);
}

}

void add_site_name_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string aliases = "/api/v1/contracts/{contract}/register/site-aliases";
    router.get(aliases, show_aliases)
        .permission(Permission::move_device)
        .summary({"覚えた拠点の別名", "Names of sites that were remembered"});
    router
        .post(aliases,
            [&profiles](
                http::Context& context, const RememberSite& body) { return remember_site(context, body, profiles); })
        .permission(Permission::move_device)
        .summary({"拠点の別名を覚える", "Remember another name of a site"});
    router.post(aliases + "/removal", forget_alias)
        .permission(Permission::move_device)
        .summary({"拠点の別名を削除する", "Forget another name of a site"});
}

}
