#pragma once
#include "features/audit/audit.hpp"
#include "features/stocktake/stocktake.hpp"
#include "platform/db/database.hpp"

#include <vector>

namespace hoshuban::stocktake {

std::vector<Stocktake> list_stocktakes(db::Reader&, const ContractId&);
Result<Stocktake> get_stocktake(db::Reader&, const ContractId&, const StocktakeId&);
/// Refuses a version that is not the present one.
Result<Stocktake> get_version(db::Reader&, const ContractId&, const StocktakeId&, int version);

void insert(db::Tx&, const audit::Cause&, const Stocktake&);
/// Stores the stock-take that follows from `before`, with an event of this kind and reason.
Result<Stocktake> update(db::Tx&, const audit::Cause&, const char* kind, const Stocktake& before, Stocktake after,
    const std::string& reason = {});

/// Everything about a stock-take: what the register says, and what was found. Three queries.
struct Stock {
    std::vector<device::Unit> units; ///< of the reference day, whoever keeps them
    std::vector<Finding> findings;
    std::vector<FinishedSite> finished;
};
Result<Stock> stock_of(db::Reader&, const Stocktake&);
/// Of which sites somebody said that all was looked at.
std::vector<FinishedSite> finished_sites(db::Reader&, const Stocktake&);

/// Stores findings over those of the same units; each with its event.
void put_findings(db::Tx&, const audit::Cause&, const Stocktake&, const Stock&, std::span<const Finding>);
/// Takes a finding back; refuses what was not found.
Result<void> remove_finding(db::Tx&, const audit::Cause&, const Stocktake&, const Stock&, std::string_view key);

/// Everything at a site was looked at, or is not after all. Twice the same changes nothing.
void finish_site(db::Tx&, const audit::Cause&, const Stocktake&, const FinishedSite&);
void unfinish_site(db::Tx&, const audit::Cause&, const Stocktake&, const SiteId&);

}
