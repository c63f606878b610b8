#include "features/site/site.hpp"

#include "core/era.hpp"
#include "core/fold.hpp"
#include "core/typed_fields.hpp"
#include "core/typed_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::site {
namespace {

constexpr int highest_number = 99'999;
constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_line = 300;
constexpr std::size_t longest_text = 1'000;
constexpr std::size_t most_aliases = 20;

std::unexpected<Error> refused(ErrorKind kind, const char* field, const char* code, const Text& text)
{
    return fail(kind, code, text, {{field, code, text}});
}

Result<void> check_from(const contract::Profile& profile, LocalDay day)
{
    if (day >= profile.period.first && day <= profile.period.last)
        return {};
    return refused(ErrorKind::invalid, "from", "site/outside_period",
        {fmt::format("契約の期間（{}から{}まで）の日を入れてください。", to_text(profile.period.first),
             to_text(profile.period.last)),
            fmt::format(
                "enter a day of the contract, {} to {}", to_text(profile.period.first), to_text(profile.period.last))});
}

Result<void> settle(SiteEntry& entry)
{
    TRY(take_fields({{"name", entry.name, longest_name, true}, {"address", entry.address, longest_line},
        {"departments", entry.departments, longest_text}, {"remarks", entry.remarks, longest_text}}));
    if (entry.aliases.size() > most_aliases) {
        return refused(ErrorKind::invalid, "aliases", "site/too_many_names",
            {fmt::format("別名は{}個までです。", most_aliases), fmt::format("at most {} other names", most_aliases)});
    }
    for (const std::string& alias : entry.aliases)
        TRY(check_text("aliases", alias, longest_name));
    return {};
}

// A name means one site: none may be called as another is.
Result<void> check_names(const SiteState& state, const SiteId& id, const SiteEntry& entry)
{
    std::map<std::string, const contract::Site*> taken;
    for (const contract::Site& site : state.profile.sites) {
        if (site.id == id)
            continue;
        taken.emplace(fold(site.name), &site);
        for (const std::string& alias : site.aliases)
            taken.emplace(fold(alias), &site);
    }
    for (const auto& [alias, other] : state.remembered) {
        if (const contract::Site* site = contract::find_site(state.profile, other); site != nullptr && other != id)
            taken.emplace(fold(alias), site);
    }
    const auto check = [&](const char* field, const std::string& name) -> Result<void> {
        const auto holder = taken.find(fold(name));
        if (holder == taken.end())
            return {};
        const contract::Site& site = *holder->second;
        return refused(ErrorKind::conflict, field, "site/name_taken",
            {fmt::format("「{}」は拠点{}（{}）の名前です。別の名前にしてください。", name, site.number, site.name),
                fmt::format("\"{}\" is a name of site {} ({}): choose another", name, site.number, site.name)});
    };
    TRY(check("name", entry.name));
    for (const std::string& alias : entry.aliases)
        TRY(check("aliases", alias));
    return {};
}

SiteFact fact_of(const SiteFact& before, SiteEntry entry)
{
    SiteFact fact = before;
    fact.from = entry.from;
    fact.site.name = std::move(entry.name);
    fact.site.address = std::move(entry.address);
    fact.site.departments = std::move(entry.departments);
    fact.site.remarks = std::move(entry.remarks);
    fact.site.aliases = std::move(entry.aliases);
    fact.site.excluded = entry.excluded;
    fact.site.closed.clear();
    return fact;
}

// What is entered later stands: a day before it would change what somebody has said of the days since.
Result<void> check_latest(const SiteFacts& facts, LocalDay from)
{
    const LocalDay last = facts.back().from;
    if (from >= last)
        return {};
    const std::string day = print_day(last, DayStyle::slash);
    return refused(ErrorKind::conflict, "from", "site/later_fact",
        {fmt::format("この拠点は{}からの内容が登録されています。その日以後の日にしてください。", day),
            fmt::format(
                "what this site is from {} on is entered already: use that day or a later one", to_text(last))});
}

Result<void> check_empty(const SiteState& state, const SiteId& id, const char* field, const Text& purpose)
{
    const auto units = state.units.find(id);
    if (units == state.units.end() || units->second == 0)
        return {};
    return refused(ErrorKind::conflict, field, "site/units_there",
        {fmt::format("その日以後、この拠点に機器が{}台あります。先に移してから{}ください。", units->second, purpose.ja),
            fmt::format("{} units stand there on that day or later: move them before {}", units->second, purpose.en)});
}

// A site of the files gets its first fact together with the first change.
SiteFacts stored(const SiteState& state, const SiteFacts& known, SiteFact fact)
{
    SiteFacts facts;
    if (!state.entered.contains(fact.site.id) && fact.from > known.front().from)
        facts.push_back(known.front());
    facts.push_back(std::move(fact));
    return facts;
}

}

SiteFacts SiteState::facts_of(const contract::Site& site) const
{
    const auto found = entered.find(site.id);
    if (found != entered.end())
        return found->second;
    contract::Site plain = site;
    plain.closed.clear();
    return {{std::move(plain), profile.period.first, true}};
}

SiteEntry entry_of(const contract::Site& site, LocalDay from)
{
    return {from, site.name, site.address, site.departments, site.remarks, site.aliases, site.excluded};
}

std::vector<std::string> names_in(std::string_view written)
{
    std::string text{written};
    for (const std::string_view mark : {"、", "，", "；", ";", "\r", "\n"}) {
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
            text.replace(at, mark.size(), ",");
    }
    std::vector<std::string> names;
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find(',', from), text.size());
        std::string name = settled_text(text.substr(from, end - from));
        if (!name.empty() && std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
        from = end + 1;
    }
    return names;
}

Result<SiteFacts> opened(const SiteState& state, const SiteId& id, int number, SiteEntry entry)
{
    if (number < 1 || number > highest_number) {
        return refused(ErrorKind::invalid, "number", "site/number",
            {"拠点番号は1から99999までの数にしてください。", "a site number is a number from 1 to 99999"});
    }
    const auto holder = std::ranges::find(state.profile.sites, number, &contract::Site::number);
    if (holder != state.profile.sites.end()) {
        return refused(ErrorKind::conflict, "number", "site/number_taken",
            {fmt::format("拠点番号{}は{}の番号です。別の番号にしてください。", number, holder->name),
                fmt::format("site number {} is that of {}: choose another", number, holder->name)});
    }
    TRY(check_from(state.profile, entry.from));
    TRY(settle(entry));
    TRY(check_names(state, id, entry));
    SiteFact blank;
    blank.site.id = id;
    blank.site.number = number;
    return SiteFacts{fact_of(blank, std::move(entry))};
}

Result<SiteFacts> changed(const SiteState& state, const contract::Site& site, SiteEntry entry)
{
    const SiteFacts known = state.facts_of(site);
    TRY(check_from(state.profile, entry.from));
    TRY(check_latest(known, entry.from));
    TRY(settle(entry));
    TRY(check_names(state, site.id, entry));
    const SiteFact& before = known.back();
    if (before.site.excluded != entry.excluded) {
        TRY(check_empty(state, site.id, "excluded", {"管理する側を変えて", "somebody else keeps the site"}));
    }
    SiteFact after = fact_of(before, std::move(entry));
    if (after.site == before.site) {
        return fail(ErrorKind::conflict, "site/nothing_changed",
            {"変わったところがありません。", "nothing is different from what is on record"});
    }
    return stored(state, known, std::move(after));
}

Result<SiteFacts> closed(const SiteState& state, const contract::Site& site, LocalDay day)
{
    const SiteFacts known = state.facts_of(site);
    TRY(check_from(state.profile, day));
    if (!known.back().open) {
        return refused(ErrorKind::conflict, "from", "site/already_closed",
            {"この拠点はすでに閉鎖されています。", "the site is closed already"});
    }
    TRY(check_latest(known, day));
    TRY(check_empty(state, site.id, "from", {"閉鎖して", "it closes"}));
    SiteFact fact = known.back();
    fact.from = day;
    fact.open = false;
    return stored(state, known, std::move(fact));
}

Result<SiteFacts> reopened(const SiteState& state, const contract::Site& site, LocalDay day)
{
    const SiteFacts known = state.facts_of(site);
    TRY(check_from(state.profile, day));
    if (known.back().open) {
        return refused(
            ErrorKind::conflict, "from", "site/already_open", {"この拠点は開いています。", "the site is open"});
    }
    TRY(check_latest(known, day));
    SiteFact fact = known.back();
    fact.from = day;
    fact.open = true;
    return stored(state, known, std::move(fact));
}

}
