#include "features/stocktake/stocktake.hpp"

#include "core/fold.hpp"
#include "core/typed_text.hpp"
#include "features/device/ledger.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace hoshuban::stocktake {
namespace {

constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_code = 100;
constexpr std::size_t longest_reason = 500;

std::unexpected<Error> wrong(const char* field, const char* code, const Text& text)
{
    return fail(ErrorKind::invalid, code, text, {{field, code, text}});
}

// A line where a unit is expected, or where it was found.
Line line_of(const device::Unit& unit, const Finding* finding, const std::set<SiteId>& finished)
{
    const std::optional<SiteId>& expected_at = unit.placement.spot.site;
    Line line{.unit = unit, .finding = {}, .site = expected_at, .verdict = Verdict::expected};
    if (finding == nullptr) {
        if (expected_at && finished.contains(*expected_at))
            line.verdict = Verdict::missing;
        return line;
    }
    line.finding = *finding;
    line.site = finding->site;
    line.verdict = expected_at == finding->site && belongs(unit) ? Verdict::found : Verdict::elsewhere;
    return line;
}

// A unit of which nobody has said where it stands can be anywhere, as long as some site is not finished.
void miss_those_without_site(std::vector<Line>& lines)
{
    const auto expected_somewhere = [](const Line& line) { return line.verdict == Verdict::expected && line.site; };
    if (std::ranges::any_of(lines, expected_somewhere))
        return;
    for (Line& line : lines) {
        if (line.verdict == Verdict::expected)
            line.verdict = Verdict::missing;
    }
}

}

const Text& label_of(Verdict verdict)
{
    static const Text found{"一致", "found"};
    static const Text expected{"未確認", "not looked at yet"};
    static const Text missing{"見つからない", "missing"};
    static const Text elsewhere{"台帳と違う拠点", "at another site"};
    static const Text unknown{"台帳にない", "not on the register"};
    switch (verdict) {
    case Verdict::found:
        return found;
    case Verdict::missing:
        return missing;
    case Verdict::elsewhere:
        return elsewhere;
    case Verdict::unknown:
        return unknown;
    default:
        return expected;
    }
}

std::string key_of(const Finding& finding)
{
    return finding.device ? finding.device->text : fold(finding.code);
}

bool belongs(const device::Unit& unit)
{
    const device::Spot& spot = unit.placement.spot;
    return spot.keeper == device::Keeper::contractor && spot.use != device::Use::planned &&
        spot.use != device::Use::retired;
}

void Tally::add(const Line& line, const std::optional<SiteId>& at)
{
    if (line.unit && belongs(*line.unit) && line.unit->placement.spot.site == at)
        ++expected;
    if (line.site != at)
        return;
    found += line.verdict == Verdict::found ? 1 : 0;
    missing += line.verdict == Verdict::missing ? 1 : 0;
    elsewhere += line.verdict == Verdict::elsewhere ? 1 : 0;
    unknown += line.verdict == Verdict::unknown ? 1 : 0;
}

std::vector<Line> lines_of(
    std::span<const device::Unit> units, std::span<const Finding> findings, std::span<const FinishedSite> finished)
{
    std::set<SiteId> done;
    for (const FinishedSite& each : finished)
        done.insert(each.site);
    std::map<std::string, const Finding*> found;
    for (const Finding& each : findings)
        found.emplace(key_of(each), &each);
    std::vector<Line> lines;
    for (const device::Unit& unit : units) {
        const auto finding = found.find(unit.device.id.text);
        if (finding == found.end() && !belongs(unit))
            continue;
        lines.push_back(line_of(unit, finding == found.end() ? nullptr : finding->second, done));
        if (finding != found.end())
            found.erase(finding);
    }
    miss_those_without_site(lines);
    for (const auto& [key, finding] : found)
        lines.push_back({.unit = {}, .finding = *finding, .site = finding->site, .verdict = Verdict::unknown});
    return lines;
}

Result<void> take(const contract::Profile& profile, Stocktake& stocktake, LocalDay today)
{
    stocktake.title = settled_text(stocktake.title);
    if (stocktake.title.empty())
        return wrong("title", "stocktake/title_missing", {"題名を書いてください。", "write a title"});
    TRY(check_text("title", stocktake.title, longest_title));
    if (stocktake.on < profile.period.first || stocktake.on > profile.period.last) {
        return wrong("on", "stocktake/outside_period",
            {"基準日は契約期間の中の日にしてください。", "the reference day must lie within the contract"});
    }
    if (stocktake.on > today) {
        return wrong(
            "on", "stocktake/in_future", {"基準日がまだ来ていない日です。", "the reference day is still to come"});
    }
    return {};
}

CodeBook::CodeBook(const ContractId& own, std::span<const device::Unit> units, std::span<const ContractId> contracts)
{
    for (const ContractId& each : contracts) {
        if (each != own)
            foreign_.push_back(fold(device::row_id(each, {})));
    }
    for (const device::Unit& unit : units) {
        units_.emplace(fold(unit.device.number), &unit);
        units_.emplace(fold(unit.device.id.text), &unit);
        units_.emplace(fold(device::row_id(own, unit.device.id)), &unit);
    }
}

const device::Unit* CodeBook::find(std::string_view code) const
{
    const auto found = units_.find(fold(code));
    return found == units_.end() ? nullptr : found->second;
}

Result<void> CodeBook::check_ours(std::string_view code) const
{
    const std::string folded = fold(code);
    const auto begins = [&](const std::string& mark) { return folded.starts_with(mark); };
    if (find(code) != nullptr || std::ranges::none_of(foreign_, begins))
        return {};
    return wrong("code", "stocktake/other_contract",
        {fmt::format("「{}」は他の契約のラベルです。この棚卸には記録しません。", code),
            fmt::format("\"{}\" is a label of another contract: it is not recorded in this stock-take", code)});
}

Result<std::string> code_in(std::string_view scanned)
{
    std::string code = settled_text(scanned);
    if (code.empty())
        return wrong("code", "stocktake/no_code", {"コードが空です。", "the code is empty"});
    TRY(check_text("code", code, longest_code));
    return code;
}

Result<void> check_open(const Stocktake& stocktake)
{
    if (!stocktake.closed_on)
        return {};
    return fail(ErrorKind::conflict, "stocktake/closed",
        {"この棚卸は終わっています。直すときは、理由を書いて再開してください。",
            "this stock-take is closed: to correct it, open it again with a reason"});
}

Result<Stocktake> closed(Stocktake stocktake, std::span<const Line> lines, LocalDay today, std::string by)
{
    TRY(check_open(stocktake));
    const auto open = std::ranges::count(lines, Verdict::expected, &Line::verdict);
    if (open > 0) {
        return fail(ErrorKind::conflict, "stocktake/incomplete",
            {fmt::format("まだ{}台を確認していません。読み取るか、その拠点の確認を終えてください。", open),
                fmt::format("{} units were not looked at: find them, or finish their sites", open)});
    }
    stocktake.closed_on = today;
    stocktake.closed_by = std::move(by);
    return stocktake;
}

Result<Stocktake> reopened(Stocktake stocktake, std::string_view reason)
{
    if (!stocktake.closed_on) {
        return fail(ErrorKind::conflict, "stocktake/not_closed",
            {"この棚卸は終わっていません。", "this stock-take is not closed"});
    }
    if (without_outer_blanks(reason).empty())
        return wrong("reason", "stocktake/reason_missing", {"理由を書いてください。", "write the reason"});
    TRY(check_text("reason", reason, longest_reason));
    stocktake.closed_on = std::nullopt;
    stocktake.closed_by.clear();
    return stocktake;
}

}
