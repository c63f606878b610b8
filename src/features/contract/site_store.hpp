#pragma once
#include "features/contract/contract_store.hpp"
#include "features/contract/site_fact.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::contract {

/// Stores the sites that the files of a contract name; what was entered of a site since stays.
void put_profile_sites(db::Tx&, const Profile&);

/// Who says so and why; empty of what the contract's files say.
struct SiteWord {
    std::string reason = {};
    std::string entered_by = {};
    Instant entered_at = {};
};

/// A fact as somebody entered it.
struct EnteredFact {
    SiteFact fact = {};
    SiteWord word = {};
};

/// Enters what sites are from a day on; a second fact of one day takes the place of the first. From then on a site is
/// the register's: loading the profile again leaves it as it is. Every room's list of sites shows what holds today.
void put_site_facts(db::Tx&, const ContractId&, std::span<const EnteredFact>, LocalDay today);

/// Brings the list of sites to what was entered for this day; of every contract when none is named. Whether anything
/// changed.
bool bring_sites_to(db::Tx&, const ContractId& contract, LocalDay today);

/// The facts of each site in the order of their days. A site of which nothing was entered has none: it is as the
/// profile says. One query.
std::map<SiteId, std::vector<EnteredFact>> entered_facts(db::Reader&, const ContractId&);

/// The sites as every room knows them today, with the days on which they are closed. Two queries.
std::vector<Site> present_sites(db::Reader&, const ContractId&);

/// A site as another contract has it today, without its closed days.
struct SiteElsewhere {
    ContractId contract = {};
    std::string title = {}; ///< of that contract
    Site site = {};
};

/// The present sites of these contracts, by contract and number. One query for every 64 contracts.
std::vector<SiteElsewhere> sites_elsewhere(db::Reader&, std::span<const ContractId>);

/// The version of a site, which every entry raises; none when the contract has no such site.
std::optional<int> site_version(db::Reader&, const ContractId&, const SiteId&);

}
