#include "features/contract/site_store.hpp"

#include "features/contract/sql.hpp"
#include "platform/db/listed.hpp"
#include "platform/db/many.hpp"

#include <algorithm>
#include <set>

namespace hoshuban::contract {
namespace {

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ";") + part;
    return text;
}

std::vector<std::string> parted(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size());
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

// What a row of a site and one of its facts have in common.
Site described_site(const db::Row& row, std::string_view id)
{
    Site site;
    site.id = row.get<SiteId>(id);
    site.number = row.get<int>("number");
    site.name = row.get<std::string>("name");
    site.address = row.get<std::string>("address");
    site.departments = row.get<std::string>("departments");
    site.excluded = row.get<bool>("excluded");
    site.remarks = row.get<std::string>("remarks");
    site.aliases = parted(row.get<std::string>("aliases"));
    return site;
}

Site site_from(const db::Row& row)
{
    Site site = described_site(row, "id");
    site.planned = row.get<bool>("planned");
    return site;
}

EnteredFact entered_fact_from(const db::Row& row)
{
    return {{described_site(row, "site_id"), row.get<LocalDay>("begins_on"), row.get<bool>("open")},
        {row.get<std::string>("reason"), row.get<std::string>("entered_by"), row.get<Instant>("entered_at")}};
}

void show(db::Tx& tx, const ContractId& contract, const Site& site)
{
    tx.execute(sql::show_site, contract, site.id, site.number, site.name, site.address, site.departments, site.excluded,
        site.remarks, joined(site.aliases));
}

}

void put_profile_sites(db::Tx& tx, const Profile& profile)
{
    tx.execute(sql::unlist_sites, profile.id);
    std::vector<std::vector<db::Param>> rows;
    for (const Site& site : profile.sites) {
        rows.push_back({profile.id, site.id, site.number, site.name, site.address, site.departments, site.planned,
            site.excluded, site.remarks, joined(site.aliases)});
    }
    db::insert_many(tx, sql::put_site, rows);
}

void put_site_facts(db::Tx& tx, const ContractId& contract, std::span<const EnteredFact> facts, LocalDay today)
{
    std::set<SiteId> counted;
    std::vector<std::vector<db::Param>> rows;
    for (const auto& [fact, word] : facts) {
        const Site& site = fact.site;
        if (counted.insert(site.id).second) {
            tx.execute(sql::enter_site, contract, site.id, site.number, site.name, site.address, site.departments,
                site.planned, site.excluded, site.remarks, joined(site.aliases));
        }
        rows.push_back(
            {contract, site.id, fact.from, site.number, site.name, site.address, site.departments, site.remarks,
                joined(site.aliases), site.excluded, fact.open, word.reason, word.entered_by, word.entered_at});
    }
    db::insert_many(tx, sql::put_site_fact, rows);
    tx.execute(sql::count_units_version, contract);
    bring_sites_to(tx, contract, today);
}

bool bring_sites_to(db::Tx& tx, const ContractId& contract, LocalDay today)
{
    struct Overtaken {
        ContractId contract;
        Site site;
    };
    const auto overtaken = tx.query(sql::list_overtaken_sites, today, contract).map([](const db::Row& row) {
        return Overtaken{row.get<ContractId>("contract_id"), described_site(row, "site_id")};
    });
    std::set<ContractId> changed;
    for (const Overtaken& each : overtaken) {
        show(tx, each.contract, each.site);
        changed.insert(each.contract);
    }
    for (const ContractId& each : changed)
        tx.execute(sql::count_units_version, each);
    return !changed.empty();
}

std::map<SiteId, std::vector<EnteredFact>> entered_facts(db::Reader& reader, const ContractId& contract)
{
    std::map<SiteId, std::vector<EnteredFact>> facts;
    reader.query(sql::list_site_facts, contract).for_each([&](const db::Row& row) {
        EnteredFact entered = entered_fact_from(row);
        facts[entered.fact.site.id].push_back(std::move(entered));
    });
    return facts;
}

std::vector<SiteElsewhere> sites_elsewhere(db::Reader& reader, std::span<const ContractId> contracts)
{
    std::vector<SiteElsewhere> sites;
    for (const auto portion : db::portions(contracts)) {
        const db::Listed listed{sql::list_sites_elsewhere, {}, portion};
        reader.query(listed.query(), listed.params()).for_each([&](const db::Row& row) {
            sites.push_back({row.get<ContractId>("contract_id"), row.get<std::string>("title"), site_from(row)});
        });
    }
    return sites;
}

std::vector<Site> present_sites(db::Reader& reader, const ContractId& contract)
{
    auto sites = reader.query(sql::list_present_sites, contract).map(site_from);
    const auto entered = entered_facts(reader, contract);
    for (Site& site : sites) {
        const auto found = entered.find(site.id);
        if (found == entered.end())
            continue;
        std::vector<SiteFact> facts;
        for (const EnteredFact& each : found->second)
            facts.push_back(each.fact);
        site.closed = closed_days(facts);
    }
    return sites;
}

std::optional<int> site_version(db::Reader& reader, const ContractId& contract, const SiteId& site)
{
    return reader.query(sql::find_site_version, contract, site).one_or_none([](const db::Row& row) {
        return row.get<int>("version");
    });
}

std::vector<SiteRegister> list_sites(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_sites, contract).map([](const db::Row& row) {
        return SiteRegister{site_from(row), row.get<int>("device_count")};
    });
}

}
