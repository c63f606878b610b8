#pragma once
#include "core/result.hpp"
#include "features/contract/equipment.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::device {

/// Another name of a site that somebody said once.
struct SiteAlias {
    std::string alias;
    SiteId site;
};

/// The sites of a contract under every name that is known for them: their own, the aliases of the profile, and those
/// that were remembered. A name that only resembles one is never taken for it.
class SiteNames {
public:
    SiteNames(const std::vector<contract::Site>&, const std::vector<SiteAlias>& remembered);

    /// The site of a name. Refuses unknown names, with the nearest ones, and names that several sites have.
    Result<const contract::Site*> named(std::string_view) const;
    /// Refuses what is no number of a site of the contract; full width is read too.
    Result<const contract::Site*> numbered(std::string_view) const;
    const contract::Site* find(const SiteId&) const;

    /// At most three sites whose names share most with this one, the nearest first; none when nothing is shared.
    std::vector<const contract::Site*> nearest(std::string_view) const;

private:
    void add(const std::string& name, const contract::Site&);

    const std::vector<contract::Site>& sites_;
    std::map<std::string, std::vector<const contract::Site*>, std::less<>> by_key_;
    std::map<SiteId, const contract::Site*> by_id_;
};

}
