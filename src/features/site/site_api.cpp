#include "features/site/site_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/device/register_store.hpp"
#include "features/repair/repair_store.hpp"
#include "features/site/body_api.hpp"
#include "features/site/contact_api.hpp"
#include "features/site/layout_api.hpp"
#include "features/site/list_api.hpp"
#include "features/site/page_api.hpp"
#include "features/site/site_list_doc.hpp"
#include "features/site/site_store.hpp"
#include "features/site/work_api.hpp"
#include "features/work_request/today_store.hpp"

#include <algorithm>
#include <map>

namespace hoshuban::site {
namespace {

using Page = http::Versioned<SitePageView>;

void count_units_in(std::map<SiteId, SiteRowView*>& rows, std::span<const device::Count> counts)
{
    for (const device::Count& count : counts) {
        const auto row = count.site ? rows.find(*count.site) : rows.end();
        if (row == rows.end() || count.use == device::Use::retired)
            continue;
        SiteRowView& counted = *row->second;
        if (count.keeper == device::Keeper::city)
            counted.kept_by_city += count.units;
        else
            (count.use == device::Use::planned ? counted.planned_units : counted.units) += count.units;
    }
}

Result<SiteRegisterView> show_register(
    http::Context& context, const SiteDayQuery& query, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    const LocalDay on = day_of_query(context, query.on);
    return context.database().read([&](db::Reader& reader) {
        const SiteState state = state_of(reader, *profile, on);
        SiteRegisterView view{.on = on, .items = {}, .whole = true, .may_keep = may_keep(context)};
        for (const contract::Site& site : profile->sites) {
            if (sees(context, site.id))
                view.items.push_back(row_view(site, state.facts_of(site), on, profile->period.first));
            else
                view.whole = false;
        }
        std::map<SiteId, SiteRowView*> rows;
        for (SiteRowView& row : view.items)
            rows.emplace(row.id, &row);
        count_units_in(rows, device::count_units(reader, profile->id, on));
        for (const auto& [site, requests] : work_request::open_by_site(reader, profile->id)) {
            if (const auto row = rows.find(site); row != rows.end())
                row->second->requests = requests;
        }
        for (const auto& [site, repairs] : repair::open_by_site(reader, profile->id)) {
            if (const auto row = rows.find(site); row != rows.end())
                row->second->repairs = repairs;
        }
        return view;
    });
}

Result<Page> page_of(db::Reader& reader, const http::Context& context, const contract::Profile& profile,
    const contract::Site& site, LocalDay on)
{
    TRY_ASSIGN(auto view, site_page(reader, context, profile, site, on));
    const int version = view.version;
    return Page{std::move(view), version};
}

Result<Page> show_site(http::Context& context, const SiteDayQuery& query, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    TRY_ASSIGN(const auto* site, seen_site(context, *profile));
    return context.database().read(
        [&](db::Reader& reader) { return page_of(reader, context, *profile, *site, day_of_query(context, query.on)); });
}

Result<http::Created<SitePageView>> open_site(
    http::Context& context, const OpenSite& body, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    const auto id = context.new_id<SiteId>();
    auto made = context.database().write([&](db::Tx& tx) -> Result<http::Created<SitePageView>> {
        TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, contract));
        const SiteState state = state_of(tx, *profile, body.from);
        TRY_ASSIGN(auto facts,
            opened(state, id, body.number,
                {body.from, body.name, body.address, body.departments, body.remarks, body.aliases, body.excluded}));
        const contract::Site site = facts.back().site;
        TRY(enter(
            tx, *profile, state, audit::cause_of(context), {{"site.opened", std::move(facts), true}}, body.reason));
        TRY_ASSIGN(auto view, site_page(tx, context, *profile, site, body.from));
        return http::Created<SitePageView>{std::move(view), "/api/v1/contracts/" + contract.text + "/sites/" + id.text};
    });
    profiles.forget(contract);
    return made;
}

// One entry about a site that is there, in the version that was seen: `decide` says what becomes of it.
template <class Decide>
Result<Page> enter_of_site(http::Context& context, contract::ProfileCache& profiles, const char* kind, LocalDay from,
    const std::string& reason, Decide decide)
{
    TRY_ASSIGN(const int version, context.if_match());
    const auto contract = context.path<ContractId>("contract");
    auto entered = context.database().write([&](db::Tx& tx) -> Result<Page> {
        TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, contract));
        TRY_ASSIGN(const auto* site, seen_site(context, *profile));
        TRY(check_version(tx, contract, site->id, version));
        const SiteState state = state_of(tx, *profile, from);
        TRY_ASSIGN(SiteFacts facts, decide(state, *site));
        TRY(enter(tx, *profile, state, audit::cause_of(context), {{kind, std::move(facts), false}}, reason));
        return page_of(tx, context, *profile, *site, from);
    });
    profiles.forget(contract);
    return entered;
}

Result<Page> change_site(http::Context& context, const ChangeSite& body, contract::ProfileCache& profiles)
{
    return enter_of_site(context, profiles, "site.changed", body.from, body.reason,
        [&](const SiteState& state, const contract::Site& site) {
            return changed(state, site,
                {body.from, body.name, body.address, body.departments, body.remarks, body.aliases, body.excluded});
        });
}

Result<Page> close_site(http::Context& context, const TurnSite& body, contract::ProfileCache& profiles)
{
    return enter_of_site(context, profiles, "site.closed", body.from, body.reason,
        [&](const SiteState& state, const contract::Site& site) { return closed(state, site, body.from); });
}

Result<Page> reopen_site(http::Context& context, const TurnSite& body, contract::ProfileCache& profiles)
{
    return enter_of_site(context, profiles, "site.reopened", body.from, body.reason,
        [&](const SiteState& state, const contract::Site& site) { return reopened(state, site, body.from); });
}

Result<http::File> export_sites(http::Context& context, const SiteDayQuery& query, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    const LocalDay on = day_of_query(context, query.on);
    SiteFacts sites;
    context.database().read([&](db::Reader& reader) {
        const SiteState state = state_of(reader, *profile, on);
        for (const contract::Site& site : profile->sites) {
            const SiteFacts facts = state.facts_of(site);
            const SiteFact* fact = contract::on(facts, on);
            if (fact != nullptr && sees(context, site.id))
                sites.push_back(*fact);
        }
    });
    TRY_ASSIGN(auto bytes, site_workbook(sites, context.language(), context.now()));
    audit::Entry entry = audit::entry(context, profile->id, "site.exported", {"contract", profile->id.text});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = "拠点一覧_" + to_text(on) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

void add_fact_routes(http::Router& router, const std::string& one, contract::ProfileCache& profiles)
{
    router
        .post(one + "/facts",
            [&profiles](
                http::Context& context, const ChangeSite& body) { return change_site(context, body, profiles); })
        .permission(Permission::keep_site)
        .summary({"拠点の内容をある日から変える", "Change a site from a day on"});
    router
        .post(one + "/close",
            [&profiles](http::Context& context, const TurnSite& body) { return close_site(context, body, profiles); })
        .permission(Permission::keep_site)
        .summary({"拠点を閉鎖する", "Close a site"});
    router
        .post(one + "/reopen",
            [&profiles](http::Context& context, const TurnSite& body) { return reopen_site(context, body, profiles); })
        .permission(Permission::keep_site)
        .summary({"閉鎖した拠点を再び開く", "Open a closed site again"});
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, contract::profile(reader, profiles, context.path<ContractId>("contract")));
    TRY(seen_site(context, *profile));
    return {};
}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/site-register";
    const std::string one = "/api/v1/contracts/{contract}/sites/{site}";
    router
        .get(all,
            [&profiles](
                http::Context& context, const SiteDayQuery& query) { return show_register(context, query, profiles); })
        .permission(Permission::view_device)
        .summary({"拠点の一覧（基準日現在）", "The sites of a day"});
    router
        .post(all,
            [&profiles](http::Context& context, const OpenSite& body) { return open_site(context, body, profiles); })
        .permission(Permission::keep_site)
        .summary({"拠点を開設する", "Open a site"});
    router
        .get(all + "/export",
            [&profiles](
                http::Context& context, const SiteDayQuery& query) { return export_sites(context, query, profiles); })
        .permission(Permission::view_device)
        .takes_long()
        .summary({"拠点の一覧をExcelに書き出す", "Export the sites"});
    router
        .get(one,
            [&profiles](
                http::Context& context, const SiteDayQuery& query) { return show_site(context, query, profiles); })
        .permission(Permission::view_device)
        .summary({"拠点のページ", "A site on a day"});
    add_fact_routes(router, one, profiles);
    add_contact_routes(router, one, profiles);
    add_layout_routes(router, one, profiles);
    add_site_list_routes(router, all, profiles);
    add_work_routes(router, one, profiles);
}

}
