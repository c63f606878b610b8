#include "features/site/site_store.hpp"

#include "core/changed.hpp"
#include "core/typed_fields.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/device/register_import_store.hpp"
#include "features/device/site_stay_store.hpp"

#include <fmt/format.h>
#include <utility>

namespace hoshuban::site {
namespace {

constexpr std::size_t longest_site_reason = 1'000;

std::string said_names(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : "、") + name;
    return text;
}

}

SiteState state_of(db::Reader& reader, const contract::Profile& profile, LocalDay day)
{
    SiteState state{.profile = profile, .entered = {}, .units = device::units_since(reader, profile.id, day)};
    for (const auto& [site, facts] : contract::entered_facts(reader, profile.id)) {
        for (const contract::EnteredFact& each : facts)
            state.entered[site].push_back(each.fact);
    }
    for (const device::SiteAlias& each : device::site_aliases(reader, profile.id))
        state.remembered.emplace(each.alias, each.site);
    return state;
}

Result<void> check_version(db::Reader& reader, const ContractId& contract, const SiteId& site, int version)
{
    const auto stored = contract::site_version(reader, contract, site);
    if (!stored)
        return fail(ErrorKind::not_found, "site/not_found", {"拠点が見つかりません。", "no such site"});
    if (*stored != version)
        return changed_meanwhile("site/changed", *stored);
    return {};
}

Result<void> enter(db::Tx& tx, const contract::Profile& profile, const SiteState& state, const audit::Cause& cause,
    std::vector<SiteAct> acts, const std::string& written)
{
    std::string reason = written;
    TRY(take_fields({{"reason", reason, longest_site_reason, true}}));
    std::vector<contract::EnteredFact> stored;
    const contract::SiteWord word{reason, cause.actor().name, cause.now()};
    std::vector<audit::Entry> events;
    for (SiteAct& act : acts) {
        const SiteFact& fact = act.facts.back();
        audit::Entry entry = audit::entry(cause, profile.id, act.kind, {"site", fact.site.id.text});
        entry.reason = reason;
        const contract::Site* known = act.fresh ? nullptr : contract::find_site(profile, fact.site.id);
        audit::put_change(
            entry, known == nullptr ? audit::Facts{} : facts_of(state.facts_of(*known).back()), facts_of(fact));
        events.push_back(std::move(entry));
        // What goes before the new fact is how the contract's files have the site.
        for (SiteFact& each : act.facts) {
            const bool told = &each == &act.facts.back();
            stored.push_back({std::move(each), told ? word : contract::SiteWord{"", "", cause.now()}});
        }
    }
    contract::put_site_facts(tx, profile.id, stored, day_of(cause.now()));
    audit::record_all(tx, events);
    return {};
}

std::map<std::string, std::string> facts_of(const SiteFact& fact)
{
    const contract::Site& site = fact.site;
    return {{"number", fmt::format("{}", site.number)}, {"name", site.name}, {"address", site.address},
        {"departments", site.departments}, {"remarks", site.remarks}, {"aliases", said_names(site.aliases)},
        {"keeper", site.excluded ? "city" : "contractor"}, {"open", fact.open ? "true" : "false"},
        {"from", to_text(fact.from)}};
}

}
