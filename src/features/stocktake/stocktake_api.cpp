#include "features/stocktake/stocktake_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/device/reach.hpp"
#include "features/stocktake/body_api.hpp"
#include "features/stocktake/stocktake_list_doc.hpp"
#include "features/stocktake/stocktake_store.hpp"
#include "features/stocktake/view_api.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace hoshuban::stocktake {
namespace {

using One = http::Versioned<StocktakeView>;
using SharedProfile = std::shared_ptr<const contract::Profile>;

Result<SharedProfile> profile_of(const http::Context& context, contract::ProfileCache& profiles)
{
    return contract::profile(context.database(), profiles, context.path<ContractId>("contract"));
}

// A site contact sees the own sites.
Sight sight_of(const http::Context& context)
{
    return device::seen_sites(context.actor(), context.path<ContractId>("contract"));
}

struct OpenStocktake {
    Stocktake stocktake;
    Stock stock;
    std::vector<Line> lines;
};

Result<OpenStocktake> opened(db::Reader& reader, Stocktake stocktake)
{
    TRY_ASSIGN(auto stock, stock_of(reader, stocktake));
    auto lines = lines_of(stock.units, stock.findings, stock.finished);
    return OpenStocktake{std::move(stocktake), std::move(stock), std::move(lines)};
}

Result<OpenStocktake> open_stocktake(const http::Context& context, db::Reader& reader)
{
    TRY_ASSIGN(
        auto stocktake, get_stocktake(reader, context.path<ContractId>("contract"), context.path<StocktakeId>("id")));
    return opened(reader, std::move(stocktake));
}

StocktakeView view_of(const OpenStocktake& open, const contract::Profile& profile, const http::Context& context)
{
    return view_of(profile, open.stocktake, open.stock, open.lines, sight_of(context), context.actor());
}

Result<StocktakeListView> list_all(http::Context& context)
{
    const auto contract = context.path<ContractId>("contract");
    StocktakeListView view{.items = {}, .may_begin = context.actor().may(Permission::take_stock, contract)};
    context.database().read([&](db::Reader& reader) {
        for (const Stocktake& each : list_stocktakes(reader, contract))
            view.items.push_back(row_view_of(each));
    });
    return view;
}

Result<http::Created<StocktakeView>> begin_stocktake(
    http::Context& context, const BeginStocktake& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    Stocktake stocktake{.id = context.new_id<StocktakeId>(),
        .contract_id = profile->id,
        .title = body.title,
        .on = body.on,
        .made_by = context.actor().name,
        .made_at = context.now()};
    TRY(take(*profile, stocktake, day_of(context.now())));
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<StocktakeView>> {
        insert(tx, audit::cause_of(context), stocktake);
        TRY_ASSIGN(const auto open, opened(tx, stocktake));
        return http::Created<StocktakeView>{
            view_of(open, *profile, context), context.request().path + "/" + stocktake.id.text};
    });
}

Result<One> show_stocktake(http::Context& context, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    return context.database().read([&](db::Reader& reader) -> Result<One> {
        TRY_ASSIGN(const auto open, open_stocktake(context, reader));
        return One{view_of(open, *profile, context), open.stocktake.version};
    });
}

// The lines that somebody sees, at one site or everywhere.
std::vector<Line> lines_at(const OpenStocktake& open, const Sight& sight, const std::optional<std::string>& site)
{
    std::vector<Line> lines;
    for (const Line& line : open.lines) {
        const bool here = !site || site->empty() || (line.site && line.site->text == *site);
        if (here && sees(sight, line.site))
            lines.push_back(line);
    }
    return lines;
}

Result<LinesView> show_lines(http::Context& context, const LineQuery& query, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    return context.database().read([&](db::Reader& reader) -> Result<LinesView> {
        TRY_ASSIGN(const auto open, open_stocktake(context, reader));
        LinesView view;
        for (const Line& line : lines_at(open, sight_of(context), query.site))
            view.items.push_back(view_of(*profile, line));
        return view;
    });
}

Result<void> check_site(const contract::Profile& profile, const SiteId& site)
{
    if (contract::find_site(profile, site) != nullptr)
        return {};
    const Text text{"この契約の拠点ではありません。", "no site of this contract"};
    return fail(ErrorKind::invalid, "stocktake/unknown_site", text, {{"site_id", "stocktake/unknown_site", text}});
}

CodeBook book_of(db::Reader& reader, const OpenStocktake& open)
{
    std::vector<ContractId> contracts;
    for (const contract::ContractRow& each : contract::list_contracts(reader))
        contracts.push_back(each.id);
    return {open.stocktake.contract_id, open.stock.units, contracts};
}

Result<std::string> our_code(const std::string& scanned, const CodeBook& book)
{
    TRY_ASSIGN(auto code, code_in(scanned));
    TRY(book.check_ours(code));
    return code;
}

// The codes as findings, each thing once; refuses the first code that cannot be stored, with its place.
Result<std::vector<Finding>> findings_of(const http::Context& context, const FindUnits& body, const CodeBook& book)
{
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < body.codes.size(); ++i) {
        auto code = our_code(body.codes[i], book);
        if (!code) {
            Error error = std::move(code).error();
            for (FieldError& each : error.fields)
                each.path = fmt::format("codes[{}]", i);
            return std::unexpected{std::move(error)};
        }
        Finding finding{.code = *std::move(code),
            .device = {},
            .site = body.site_id,
            .place = body.place,
            .note = body.note,
            .found_by = context.actor().name,
            .found_at = context.now()};
        if (const device::Unit* unit = book.find(finding.code))
            finding.device = unit->device.id;
        if (std::ranges::find(findings, key_of(finding), key_of) == findings.end())
            findings.push_back(std::move(finding));
    }
    return findings;
}

Result<FoundView> find_units(http::Context& context, const FindUnits& body, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    TRY(check_site(*profile, body.site_id));
    return context.database().write([&](db::Tx& tx) -> Result<FoundView> {
        TRY_ASSIGN(const auto before, open_stocktake(context, tx));
        TRY(check_open(before.stocktake));
        TRY_ASSIGN(const auto findings, findings_of(context, body, book_of(tx, before)));
        put_findings(tx, audit::cause_of(context), before.stocktake, before.stock, findings);
        TRY_ASSIGN(const auto after, open_stocktake(context, tx));
        FoundView view{.lines = {}, .stocktake = view_of(after, *profile, context)};
        for (const Finding& finding : findings) {
            const auto line = std::ranges::find_if(after.lines,
                [&](const Line& each) { return each.finding && key_of(*each.finding) == key_of(finding); });
            view.lines.push_back(view_of(*profile, *line));
        }
        return view;
    });
}

// One change of what was found, while the stock-take is open.
template <class Act>
Result<StocktakeView> change_open(http::Context& context, contract::ProfileCache& profiles, Act act)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    return context.database().write([&](db::Tx& tx) -> Result<StocktakeView> {
        TRY_ASSIGN(const auto before, open_stocktake(context, tx));
        TRY(check_open(before.stocktake));
        TRY(act(tx, *profile, before));
        TRY_ASSIGN(const auto after, open_stocktake(context, tx));
        return view_of(after, *profile, context);
    });
}

Result<StocktakeView> take_back(http::Context& context, const RemoveFinding& body, contract::ProfileCache& profiles)
{
    return change_open(context, profiles, [&](db::Tx& tx, const contract::Profile&, const OpenStocktake& open) {
        return remove_finding(tx, audit::cause_of(context), open.stocktake, open.stock, body.key);
    });
}

Result<StocktakeView> finish(http::Context& context, contract::ProfileCache& profiles)
{
    const FinishedSite finished{context.path<SiteId>("site"), context.actor().name, context.now()};
    return change_open(context, profiles,
        [&](db::Tx& tx, const contract::Profile& profile, const OpenStocktake& open) -> Result<void> {
            TRY(check_site(profile, finished.site));
            finish_site(tx, audit::cause_of(context), open.stocktake, finished);
            return {};
        });
}

Result<StocktakeView> unfinish(http::Context& context, contract::ProfileCache& profiles)
{
    return change_open(
        context, profiles, [&](db::Tx& tx, const contract::Profile&, const OpenStocktake& open) -> Result<void> {
            unfinish_site(tx, audit::cause_of(context), open.stocktake, context.path<SiteId>("site"));
            return {};
        });
}

// Its end, or its beginning anew: `decide` says what becomes of it.
template <class Decide>
Result<One> change_whole(http::Context& context, contract::ProfileCache& profiles, const char* kind,
    const std::string& reason, Decide decide)
{
    TRY_ASSIGN(const int version, context.if_match());
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY_ASSIGN(const auto found, get_version(tx, profile->id, context.path<StocktakeId>("id"), version));
        TRY_ASSIGN(const auto before, opened(tx, found));
        TRY_ASSIGN(auto wanted, decide(before));
        TRY_ASSIGN(
            const auto stored, update(tx, audit::cause_of(context), kind, before.stocktake, std::move(wanted), reason));
        TRY_ASSIGN(const auto after, opened(tx, stored));
        return One{view_of(after, *profile, context), stored.version};
    });
}

Result<One> close_stocktake(http::Context& context, contract::ProfileCache& profiles)
{
    return change_whole(context, profiles, "stocktake.closed", "", [&](const OpenStocktake& open) {
        return closed(open.stocktake, open.lines, day_of(context.now()), context.actor().name);
    });
}

Result<One> reopen_stocktake(http::Context& context, const ReopenStocktake& body, contract::ProfileCache& profiles)
{
    return change_whole(context, profiles, "stocktake.reopened", body.reason,
        [&](const OpenStocktake& open) { return reopened(open.stocktake, body.reason); });
}

Result<http::File> export_stocktake(http::Context& context, const LineQuery& query, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const auto profile, profile_of(context, profiles));
    TRY_ASSIGN(
        const auto open, context.database().read([&](db::Reader& reader) { return open_stocktake(context, reader); }));
    const auto lines = lines_at(open, sight_of(context), query.site);
    TRY_ASSIGN(auto bytes, stocktake_workbook(*profile, open.stocktake, lines, context.language(), context.now()));
    audit::Entry entry =
        audit::entry(context, profile->id, "stocktake.exported", {"stocktake", open.stocktake.id.text});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = "棚卸_" + to_text(open.stocktake.on) + ".xlsx";
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

void add_count_routes(http::Router& router, const std::string& one, contract::ProfileCache& profiles)
{
    router
        .post(one + "/findings",
            [&profiles](http::Context& context, const FindUnits& body) { return find_units(context, body, profiles); })
        .permission(Permission::take_stock)
        .summary({"読み取ったコードを記録する", "Record what was found at a site"});
    router
        .post(one + "/findings/removal",
            [&profiles](
                http::Context& context, const RemoveFinding& body) { return take_back(context, body, profiles); })
        .permission(Permission::take_stock)
        .summary({"読取を取り消す", "Take a finding back"});
    router.post(one + "/sites/{site}/finish", [&profiles](http::Context& context) { return finish(context, profiles); })
        .permission(Permission::take_stock)
        .summary({"拠点の確認を終える", "Finish a site of a stock-take"});
    router
        .post(one + "/sites/{site}/reopen", [&profiles](http::Context& context) { return unfinish(context, profiles); })
        .permission(Permission::take_stock)
        .summary({"拠点の確認を再開する", "Go on at a site of a stock-take"});
    router.post(one + "/close", [&profiles](http::Context& context) { return close_stocktake(context, profiles); })
        .permission(Permission::take_stock)
        .summary({"棚卸を終える", "Close a stock-take"});
    router
        .post(one + "/reopen",
            [&profiles](http::Context& context, const ReopenStocktake& body) {
                return reopen_stocktake(context, body, profiles);
            })
        .permission(Permission::take_stock)
        .summary({"棚卸を再開する", "Open a stock-take again"});
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(get_stocktake(reader, context.path<ContractId>("contract"), context.path<StocktakeId>("id")));
    if (sight_of(context))
        return fail(ErrorKind::not_found, "stocktake/not_found", {"見つかりません。", "not found"});
    return {};
}

void add_routes(http::Router& router, contract::ProfileCache& profiles)
{
    const std::string all = "/api/v1/contracts/{contract}/stocktakes";
    const std::string one = all + "/{id}";
    router.get(all, list_all).permission(Permission::view_device).summary({"棚卸の一覧", "List stock-takes"});
    router
        .post(all,
            [&profiles](http::Context& context, const BeginStocktake& body) {
                return begin_stocktake(context, body, profiles);
            })
        .permission(Permission::take_stock)
        .summary({"棚卸を始める", "Begin a stock-take"});
    router.get(one, [&profiles](http::Context& context) { return show_stocktake(context, profiles); })
        .permission(Permission::view_device)
        .summary({"棚卸を見る", "Show a stock-take"});
    router
        .get(one + "/lines",
            [&profiles](
                http::Context& context, const LineQuery& query) { return show_lines(context, query, profiles); })
        .permission(Permission::view_device)
        .summary({"棚卸の機器ごとの結果", "The lines of a stock-take"});
    router
        .get(one + "/export",
            [&profiles](
                http::Context& context, const LineQuery& query) { return export_stocktake(context, query, profiles); })
        .permission(Permission::view_device)
        .takes_long()
        .summary({"棚卸の結果をExcelに書き出す", "Export a stock-take"});
    add_count_routes(router, one, profiles);
}

}
