#include "features/site/page_api.hpp"

#include "features/account/membership_store.hpp"
#include "features/device/register_import_store.hpp"
#include "features/device/register_store.hpp"
#include "features/site/contact_store.hpp"
#include "features/site/other_address.hpp"

#include <algorithm>

namespace hoshuban::site {
namespace {

std::vector<contract::EnteredFact> facts_of_site(
    db::Reader& reader, const contract::Profile& profile, const contract::Site& site)
{
    auto entered = contract::entered_facts(reader, profile.id);
    if (const auto found = entered.find(site.id); found != entered.end())
        return std::move(found->second);
    contract::Site plain = site;
    plain.closed.clear();
    return {{{std::move(plain), profile.period.first, true}, {}}};
}

std::vector<std::string> accounts_of(
    db::Reader& reader, const http::Context& context, const contract::Site& site, LocalDay today)
{
    std::vector<std::string> names;
    const auto contract = context.path<ContractId>("contract");
    if (!context.actor().may(Permission::view_people, contract))
        return names;
    for (const account::Member& member : account::list_members(reader, contract, today)) {
        const Membership& held = member.membership;
        if (held.site == site.id && held.from <= today && (!held.to || today < *held.to))
            names.push_back(member.name);
    }
    return names;
}

// The names under which lists have the site, for who keeps the register.
std::vector<std::string> remembered_names(db::Reader& reader, const http::Context& context, const contract::Site& site)
{
    std::vector<std::string> names;
    const auto contract = context.path<ContractId>("contract");
    if (!context.actor().may(Permission::move_device, contract))
        return names;
    for (const device::SiteAlias& each : device::site_aliases(reader, contract)) {
        if (each.site == site.id)
            names.push_back(each.alias);
    }
    return names;
}

// Of the contracts whose sites the person sees all.
std::vector<OtherAddressView> other_addresses(
    db::Reader& reader, const http::Context& context, const contract::Site& site)
{
    std::vector<ContractId> contracts;
    for (const Membership& held : context.actor().memberships) {
        if (held.contract != context.path<ContractId>("contract") && !held.site &&
            context.actor().may(Permission::view_device, held.contract))
            contracts.push_back(held.contract);
    }
    std::vector<Namesake> others;
    for (const contract::SiteElsewhere& each : contract::sites_elsewhere(reader, contracts))
        others.push_back({each.title, each.site});
    std::vector<OtherAddressView> views;
    for (const Namesake& each : with_other_address(site, others))
        views.push_back({each.title, each.site.name, each.site.address});
    return views;
}

}

Result<SitePageView> site_page(db::Reader& reader, const http::Context& context, const contract::Profile& profile,
    const contract::Site& site, LocalDay on)
{
    const auto facts = facts_of_site(reader, profile, site);
    const auto next =
        std::ranges::find_if(facts, [&](const contract::EnteredFact& each) { return each.fact.from > on; });
    SitePageView view{.id = site.id,
        .on = on,
        .now = {},
        .begun = next != facts.begin(),
        .planned = site.planned,
        .history = {},
        .models = models_at(device::count_units(reader, profile.id, on), site.id),
        .contacts = {},
        .accounts = accounts_of(reader, context, site, day_of(context.now())),
        .remembered = remembered_names(reader, context, site),
        .other_addresses = other_addresses(reader, context, site),
        .may_keep = may_keep(context),
        .version = contract::site_version(reader, profile.id, site.id).value_or(1)};
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto to = i + 1 < facts.size() ? std::optional{facts[i + 1].fact.from} : std::nullopt;
        view.history.insert(view.history.begin(), span_view(facts[i], to));
    }
    const auto holding = next == facts.begin() ? facts.begin() : std::prev(next);
    view.now = view.history.at(static_cast<std::size_t>(facts.end() - holding) - 1);
    for (const Contact& contact : list_contacts(reader, profile.id, site.id))
        view.contacts.push_back(view_of(contact, on));
    return view;
}

}
