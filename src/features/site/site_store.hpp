#pragma once
#include "features/audit/audit.hpp"
#include "features/contract/site_store.hpp"
#include "features/site/site.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <string>
#include <vector>

namespace hoshuban::site {

/// What is known when something is entered for this day. Three queries.
SiteState state_of(db::Reader&, const contract::Profile&, LocalDay);

/// Refuses (`site/changed`) when something else was entered of the site since it was seen in this version.
Result<void> check_version(db::Reader&, const ContractId&, const SiteId&, int version);

/// What becomes of one site.
struct SiteAct {
    const char* kind; ///< of the event
    SiteFacts facts; ///< to be stored, the new one last
    bool fresh = false; ///< there was no such site before
};

/// Stores what was entered of some sites, each with its event, for one reason. Refuses an empty reason.
Result<void> enter(
    db::Tx&, const contract::Profile&, const SiteState&, const audit::Cause&, std::vector<SiteAct>, const std::string&);

/// What an event tells of a site.
std::map<std::string, std::string> facts_of(const SiteFact&);

}
