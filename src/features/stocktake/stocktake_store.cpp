#include "features/stocktake/stocktake_store.hpp"

#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/device/register_store.hpp"
#include "features/stocktake/sql.hpp"

#include <algorithm>

namespace hoshuban::stocktake {
namespace {

// More than any contract has.
constexpr int every_unit = 200'000;

Stocktake stocktake_from(const db::Row& row)
{
    return {.id = row.get<StocktakeId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .title = row.get<std::string>("title"),
        .on = row.get<LocalDay>("reference_day"),
        .closed_on = row.get<std::optional<LocalDay>>("closed_on"),
        .closed_by = row.get<std::string>("closed_by"),
        .made_by = row.get<std::string>("made_by"),
        .made_at = row.get<Instant>("made_at"),
        .version = row.get<int>("version")};
}

Finding finding_from(const db::Row& row)
{
    return {.code = row.get<std::string>("code"),
        .device = row.get<std::optional<DeviceId>>("device_id"),
        .site = row.get<SiteId>("site_id"),
        .place = row.get<std::string>("place"),
        .note = row.get<std::string>("note"),
        .found_by = row.get<std::string>("found_by"),
        .found_at = row.get<Instant>("found_at")};
}

FinishedSite finished_from(const db::Row& row)
{
    return {row.get<SiteId>("site_id"), row.get<std::string>("finished_by"), row.get<Instant>("finished_at")};
}

audit::Facts facts_of(const Stocktake& stocktake)
{
    audit::Facts facts{{"title", stocktake.title}, {"on", to_text(stocktake.on)}};
    if (stocktake.closed_on)
        facts["closed_on"] = to_text(*stocktake.closed_on);
    return facts;
}

audit::Facts facts_of(const Finding* finding)
{
    if (finding == nullptr)
        return {};
    audit::Facts facts{{"code", finding->code}, {"site", finding->site.text}};
    if (!finding->place.empty())
        facts["place"] = finding->place;
    if (!finding->note.empty())
        facts["note"] = finding->note;
    return facts;
}

audit::Entry entry_of(const audit::Cause& cause, const Stocktake& stocktake, const char* kind)
{
    return audit::entry(cause, stocktake.contract_id, kind, {"stocktake", stocktake.id.text});
}

const Finding* finding_under(const Stock& stock, std::string_view key)
{
    const auto found = std::ranges::find(stock.findings, key, key_of);
    return found == stock.findings.end() ? nullptr : &*found;
}

}

std::vector<Stocktake> list_stocktakes(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_stocktakes, contract).map(stocktake_from);
}

Result<Stocktake> get_stocktake(db::Reader& reader, const ContractId& contract, const StocktakeId& id)
{
    auto found = reader.query(sql::find_stocktake, contract, id).one_or_none(stocktake_from);
    if (!found)
        return fail(ErrorKind::not_found, "stocktake/not_found", {"棚卸が見つかりません。", "no such stock-take"});
    return *std::move(found);
}

Result<Stocktake> get_version(db::Reader& reader, const ContractId& contract, const StocktakeId& id, int version)
{
    TRY_ASSIGN(auto stocktake, get_stocktake(reader, contract, id));
    if (stocktake.version != version)
        return changed_meanwhile("stocktake/changed", stocktake.version);
    return stocktake;
}

void insert(db::Tx& tx, const audit::Cause& cause, const Stocktake& stocktake)
{
    tx.execute(sql::insert_stocktake, stocktake.contract_id, stocktake.id, stocktake.title, stocktake.on,
        stocktake.made_by, stocktake.made_at);
    audit::Entry entry = entry_of(cause, stocktake, "stocktake.begun");
    audit::put_change(entry, {}, facts_of(stocktake));
    audit::record(tx, entry);
}

Result<Stocktake> update(db::Tx& tx, const audit::Cause& cause, const char* kind, const Stocktake& before,
    Stocktake after, const std::string& reason)
{
    const auto stored = tx.execute(
        sql::update_stocktake, after.contract_id, after.id, before.version, after.closed_on, after.closed_by);
    if (stored == 0)
        return changed_meanwhile("stocktake/changed", before.version);
    after.version = before.version + 1;
    audit::Entry entry = entry_of(cause, after, kind);
    audit::put_change(entry, facts_of(before), facts_of(after));
    entry.reason = reason;
    audit::record(tx, entry);
    return after;
}

Result<Stock> stock_of(db::Reader& reader, const Stocktake& stocktake)
{
    Stock stock;
    TRY_ASSIGN(auto page, device::list_units(reader, stocktake.contract_id, {.day = stocktake.on}, "", every_unit));
    stock.units = std::move(page.units);
    std::ranges::stable_sort(stock.units, {}, [](const device::Unit& unit) { return unit.site_number.value_or(0); });
    stock.findings = reader.query(sql::list_findings, stocktake.contract_id, stocktake.id).map(finding_from);
    stock.finished = finished_sites(reader, stocktake);
    return stock;
}

std::vector<FinishedSite> finished_sites(db::Reader& reader, const Stocktake& stocktake)
{
    return reader.query(sql::list_finished_sites, stocktake.contract_id, stocktake.id).map(finished_from);
}

void put_findings(db::Tx& tx, const audit::Cause& cause, const Stocktake& stocktake, const Stock& stock,
    std::span<const Finding> findings)
{
    std::vector<audit::Entry> events;
    for (const Finding& finding : findings) {
        const std::string key = key_of(finding);
        tx.execute(sql::put_finding, stocktake.contract_id, stocktake.id, key, finding.code, finding.device,
            finding.site, finding.place, finding.note, finding.found_by, finding.found_at);
        audit::Entry entry = entry_of(cause, stocktake, "stocktake.found");
        audit::put_change(entry, facts_of(finding_under(stock, key)), facts_of(&finding));
        events.push_back(std::move(entry));
    }
    audit::record_all(tx, events);
}

Result<void> remove_finding(
    db::Tx& tx, const audit::Cause& cause, const Stocktake& stocktake, const Stock& stock, std::string_view key)
{
    const Finding* finding = finding_under(stock, key);
    if (finding == nullptr) {
        return fail(ErrorKind::not_found, "stocktake/finding_not_found",
            {"その読取は見つかりません。ほかの人が先に取り消したかもしれません。",
                "no such finding: somebody else may have taken it back"});
    }
    tx.execute(sql::delete_finding, stocktake.contract_id, stocktake.id, std::string{key});
    audit::Entry entry = entry_of(cause, stocktake, "stocktake.finding_removed");
    audit::put_change(entry, facts_of(finding), {});
    audit::record(tx, entry);
    return {};
}

void finish_site(db::Tx& tx, const audit::Cause& cause, const Stocktake& stocktake, const FinishedSite& finished)
{
    const auto stored = tx.execute(sql::finish_site, stocktake.contract_id, stocktake.id, finished.site,
        finished.finished_by, finished.finished_at);
    if (stored == 0)
        return;
    audit::Entry entry = entry_of(cause, stocktake, "stocktake.site_finished");
    audit::put_change(entry, {}, {{"site", finished.site.text}});
    audit::record(tx, entry);
}

void unfinish_site(db::Tx& tx, const audit::Cause& cause, const Stocktake& stocktake, const SiteId& site)
{
    if (tx.execute(sql::unfinish_site, stocktake.contract_id, stocktake.id, site) == 0)
        return;
    audit::Entry entry = entry_of(cause, stocktake, "stocktake.site_reopened");
    audit::put_change(entry, {{"site", site.text}}, {});
    audit::record(tx, entry);
}

}
