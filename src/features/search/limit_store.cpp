#include "features/search/limit_store.hpp"

#include "features/work_request/reach.hpp"

namespace hoshuban::search {

std::optional<Limit> limit_of(const Actor& actor, const ContractId& contract, const std::string& kind, Permission see)
{
    if (!actor.may(see, contract))
        return std::nullopt;
    const auto reach = work_request::reach_of(actor, contract, see);
    Limit limit{.kind = kind, .whole = reach.whole};
    if (reach.whole)
        return limit;
    limit.reaches.push_back(everyone());
    for (const std::string& held : reach.divisions)
        limit.reaches.push_back(division(held));
    for (const SiteId& held : reach.sites)
        limit.reaches.push_back(site(held.text));
    return limit;
}

std::vector<Limit> limits_of(const Actor& actor, const ContractId& contract, const std::vector<Source>& sources)
{
    std::vector<Limit> limits;
    for (const Source& source : sources) {
        if (auto limit = limit_of(actor, contract, source.kind, source.see))
            limits.push_back(std::move(*limit));
    }
    return limits;
}

}
