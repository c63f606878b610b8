#include "core/fold.hpp"
#include "features/device/register_import.hpp"

#include <map>

namespace hoshuban::device {

std::vector<UnknownSite> unknown_sites(
    const ImportTerms& terms, const RegisterState& state, const std::vector<LedgerRow>& rows)
{
    const SiteNames names{terms.profile.sites, state.aliases};
    std::vector<UnknownSite> unknown;
    std::map<std::string, std::size_t> places;
    for (const LedgerRow& row : rows) {
        const std::string& name = row.value(LedgerColumn::site);
        if (name.empty())
            continue;
        const auto found = places.try_emplace(fold(name), unknown.size());
        if (!found.second) {
            if (found.first->second < unknown.size())
                ++unknown[found.first->second].rows;
            continue;
        }
        const auto site = names.named(name);
        if (!site && site.error().code == "import/unknown_site")
            unknown.push_back({name, row.cell(LedgerColumn::site), 1, names.nearest(name)});
        else
            found.first->second = static_cast<std::size_t>(-1);
    }
    return unknown;
}

}
