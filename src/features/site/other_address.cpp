#include "features/site/other_address.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace hoshuban::site {
namespace {

std::set<std::string> keys_of(const contract::Site& site)
{
    std::set<std::string> keys{fold(site.name)};
    for (const std::string& alias : site.aliases)
        keys.insert(fold(alias));
    return keys;
}

// Where an address may begin: as it is written, and behind the municipality.
std::vector<std::string_view> beginnings_of(std::string_view address)
{
    std::vector<std::string_view> beginnings{address};
    for (const std::string_view end : {"都", "道", "府", "県", "市", "町", "村"}) {
        const auto at = address.find(end);
        if (at != std::string_view::npos && at + end.size() < address.size())
            beginnings.push_back(address.substr(at + end.size()));
    }
    return beginnings;
}

// With and without the municipality, or the floor, it is one address: one says more.
bool same_address(const std::string& one, const std::string& other)
{
    const std::string a = fold(one);
    const std::string b = fold(other);
    const auto continues = [](std::string_view longer, std::string_view shorter) {
        return std::ranges::any_of(beginnings_of(longer),
            [&](std::string_view from) { return from.starts_with(shorter) || shorter.starts_with(from); });
    };
    return continues(a, b) || continues(b, a);
}

}

std::vector<Namesake> with_other_address(const contract::Site& site, std::span<const Namesake> others)
{
    const auto keys = keys_of(site);
    std::vector<Namesake> found;
    for (const Namesake& each : others) {
        const bool named_alike =
            std::ranges::any_of(keys_of(each.site), [&](const std::string& key) { return keys.contains(key); });
        if (named_alike && !same_address(site.address, each.site.address))
            found.push_back(each);
    }
    return found;
}

}
