#include "features/device/site_names.hpp"

#include "core/fold.hpp"
#include "core/typed_text.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>

namespace hoshuban::device {
namespace {

constexpr std::size_t most_offered = 3;
constexpr std::size_t longest_compared = 300; // bytes; no name of a site is longer

/// The pairs of neighbouring characters of a folded name.
std::set<std::string> pairs_of(std::string_view name)
{
    const std::string key = fold(truncate(name, longest_compared / 3));
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < key.size(); ++at) {
        if ((static_cast<unsigned char>(key[at]) & 0xC0) != 0x80)
            starts.push_back(at);
    }
    starts.push_back(key.size());
    std::set<std::string> pairs;
    for (std::size_t i = 0; i + 2 < starts.size(); ++i)
        pairs.insert(key.substr(starts[i], starts[i + 2] - starts[i]));
    return pairs;
}

/// How much two names share: 0 nothing, 1 everything.
double likeness(const std::set<std::string>& one, const std::set<std::string>& other)
{
    if (one.empty() || other.empty())
        return 0;
    const auto shared = std::ranges::count_if(one, [&](const std::string& pair) { return other.contains(pair); });
    return 2.0 * static_cast<double>(shared) / static_cast<double>(one.size() + other.size());
}

std::string list_of(const std::vector<const contract::Site*>& sites, const char* between)
{
    std::string text;
    for (const contract::Site* site : sites)
        text += fmt::format("{}{} {}", text.empty() ? "" : between, site->number, site->name);
    return text;
}

}

SiteNames::SiteNames(const std::vector<contract::Site>& sites, const std::vector<SiteAlias>& remembered)
    : sites_{sites}
{
    for (const contract::Site& site : sites) {
        by_id_.emplace(site.id, &site);
        add(site.name, site);
        for (const std::string& alias : site.aliases)
            add(alias, site);
    }
    for (const SiteAlias& each : remembered) {
        // A name of the contract itself is the stronger one.
        const bool known = by_key_.contains(fold(each.alias));
        if (const contract::Site* site = find(each.site); site != nullptr && !known)
            add(each.alias, *site);
    }
}

void SiteNames::add(const std::string& name, const contract::Site& site)
{
    auto& sites = by_key_[fold(name)];
    if (std::ranges::find(sites, &site) == sites.end())
        sites.push_back(&site);
}

const contract::Site* SiteNames::find(const SiteId& id) const
{
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

Result<const contract::Site*> SiteNames::named(std::string_view name) const
{
    const auto found = by_key_.find(fold(name));
    if (found != by_key_.end() && found->second.size() == 1)
        return found->second.front();
    if (found != by_key_.end()) {
        return fail(ErrorKind::invalid, "import/ambiguous_site",
            {fmt::format(
                 "「{}」は複数の拠点の名前です（{}）。拠点番号を入れてください。", name, list_of(found->second, "、")),
                fmt::format(
                    "\"{}\" names several sites ({}): enter the site number", name, list_of(found->second, ", "))});
    }
    const auto offered = nearest(name);
    const Text hint = offered.empty()
        ? Text{"拠点の一覧にある名前か番号を入れてください。", "enter a name or number from the list of sites"}
        : Text{fmt::format("近い名前は {} です。", list_of(offered, "、")),
              fmt::format("the nearest are {}", list_of(offered, ", "))};
    return fail(ErrorKind::invalid, "import/unknown_site",
        {fmt::format("拠点「{}」はこの契約にありません。{}同じ場所なら、別名として覚えさせてください。", name, hint.ja),
            fmt::format("the contract has no site \"{}\"; {}; if it is one of them, have the other name remembered",
                name, hint.en)});
}

Result<const contract::Site*> SiteNames::numbered(std::string_view text) const
{
    const std::string digits = narrow(without_outer_blanks(text));
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool read = error == std::errc{} && end == digits.data() + digits.size();
    const auto found = std::ranges::find(sites_, number, &contract::Site::number);
    if (read && found != sites_.end())
        return &*found;
    return fail(ErrorKind::invalid, "import/unknown_site_number",
        {fmt::format(
             "拠点番号「{}」はこの契約にありません。拠点の一覧の番号にするか、空欄にして拠点の名前を入れてください。",
             text),
            fmt::format(
                "the contract has no site number \"{}\": take one from the list of sites, or leave it blank and "
                "enter the name",
                text)});
}

std::vector<const contract::Site*> SiteNames::nearest(std::string_view name) const
{
    const auto wanted = pairs_of(name);
    std::map<const contract::Site*, double> best;
    for (const auto& [key, sites] : by_key_) {
        const double likely = likeness(wanted, pairs_of(key));
        for (const contract::Site* site : sites)
            best[site] = std::max(best[site], likely);
    }
    std::vector<const contract::Site*> order;
    for (const contract::Site& site : sites_) {
        if (best[&site] > 0)
            order.push_back(&site);
    }
    std::ranges::stable_sort(order, std::greater{}, [&](const contract::Site* site) { return best[site]; });
    order.resize(std::min(order.size(), most_offered));
    return order;
}

}
