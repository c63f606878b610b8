#include "features/notice/notice.hpp"

#include "core/fold.hpp"

#include <algorithm>

namespace hoshuban::notice {

Sight sight_of(const Actor& actor, const ContractId& contract)
{
    Sight sight{.contract = contract, .person = actor.person};
    for (const Membership& held : actor.memberships) {
        if (held.contract != contract)
            continue;
        const std::string division = fold(held.division);
        for (const auto& [permission, name] : names_of(static_cast<const Permission*>(nullptr))) {
            if (!allows(held.role, permission))
                continue;
            if (scope_of(held.role) == Scope::contract)
                sight.whole.push_back(permission);
            else if (scope_of(held.role) == Scope::division && !division.empty())
                sight.parts.push_back({permission, division, std::nullopt});
            else if (scope_of(held.role) == Scope::site && held.site)
                sight.parts.push_back({permission, {}, held.site});
        }
    }
    std::ranges::sort(sight.whole);
    const auto twice = std::ranges::unique(sight.whole);
    sight.whole.erase(twice.begin(), twice.end());
    return sight;
}

}
