#pragma once
#include "core/result.hpp"
#include "features/contract/profile.hpp"
#include "features/contract/site_fact.hpp"

#include <map>
#include <string>
#include <vector>

namespace hoshuban::site {

using contract::SiteFact;
using SiteFacts = std::vector<SiteFact>;

/// The sites of a contract when something is entered of one of them.
struct SiteState {
    const contract::Profile& profile; ///< with the present sites
    std::map<SiteId, SiteFacts> entered =
        {}; ///< in the order of their days; a site of the contract's files may have none
    std::map<std::string, SiteId> remembered = {}; ///< other names in lists, as somebody explained them
    std::map<SiteId, int> units = {}; ///< that stand at each on the day of the change or come there later

    /// The facts of a site: what was entered, or how the contract's files have it from the first day on.
    SiteFacts facts_of(const contract::Site&) const;
};

/// What a site is from a day on, as somebody enters it.
struct SiteEntry {
    LocalDay from = {};
    std::string name = {};
    std::string address = {};
    std::string departments = {};
    std::string remarks = {};
    std::vector<std::string> aliases = {};
    bool excluded = false; ///< kept by the city's own staff (SIT-11)
};

/// What is on record of a site, ready to be changed.
SiteEntry entry_of(const contract::Site&, LocalDay from);

/// The other names in a text, parted by 、 , ; or line ends; each once.
std::vector<std::string> names_in(std::string_view);

/// The facts that are to be stored when a new site opens (SIT-02). Refuses numbers and names that are taken, missing
/// names, texts that cannot be stored, and days outside the contract.
Result<SiteFacts> opened(const SiteState&, const SiteId&, int number, SiteEntry);

/// The same when a site changes from a day on; what it was until then is stored with it. Refuses besides a day before
/// the latest entry, a change that changes nothing, and another keeper while units stand there (LOC-08).
Result<SiteFacts> changed(const SiteState&, const contract::Site&, SiteEntry);

/// The same when a site closes: nobody works there from that day on. Refuses while units stand there, with their
/// number.
Result<SiteFacts> closed(const SiteState&, const contract::Site&, LocalDay);

/// The same when a closed site opens again.
Result<SiteFacts> reopened(const SiteState&, const contract::Site&, LocalDay);

}
