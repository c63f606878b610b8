#include "features/stocktake/view_api.hpp"

#include <algorithm>

namespace hoshuban::stocktake {
namespace {

TallyView tally_view(const Tally& tally)
{
    return {tally.expected, tally.found, tally.missing, tally.elsewhere, tally.unknown, tally.open()};
}

std::string name_of_site(const contract::Profile& profile, const std::optional<SiteId>& id)
{
    const contract::Site* site = id ? contract::find_site(profile, *id) : nullptr;
    return site == nullptr ? std::string{} : site->name;
}

StocktakeSiteView site_view(
    const contract::Profile& profile, const Stock& stock, std::span<const Line> lines, const std::optional<SiteId>& id)
{
    Tally tally;
    for (const Line& line : lines)
        tally.add(line, id);
    StocktakeSiteView view{
        .site_id = id, .site_number = {}, .site = {}, .tally = tally_view(tally), .finished_at = {}, .finished_by = {}};
    if (const contract::Site* site = id ? contract::find_site(profile, *id) : nullptr) {
        view.site_number = site->number;
        view.site = site->name;
    }
    for (const FinishedSite& finished : stock.finished) {
        if (finished.site == id) {
            view.finished_at = finished.finished_at;
            view.finished_by = finished.finished_by;
        }
    }
    return view;
}

TallyView sum_of(std::span<const StocktakeSiteView> sites)
{
    TallyView sum{};
    for (const StocktakeSiteView& site : sites) {
        sum.expected += site.tally.expected;
        sum.found += site.tally.found;
        sum.missing += site.tally.missing;
        sum.elsewhere += site.tally.elsewhere;
        sum.unknown += site.tally.unknown;
    }
    // What was found at another site is found, not open where it was expected.
    sum.open = 0;
    return sum;
}

}

bool sees(const Sight& sight, const std::optional<SiteId>& site)
{
    return !sight || (site && std::ranges::find(*sight, *site) != sight->end());
}

StocktakeView view_of(const contract::Profile& profile, const Stocktake& stocktake, const Stock& stock,
    std::span<const Line> lines, const Sight& sight, const Actor& actor)
{
    const bool may = actor.may(Permission::take_stock, stocktake.contract_id);
    StocktakeView view{.id = stocktake.id,
        .title = stocktake.title,
        .on = stocktake.on,
        .closed_on = stocktake.closed_on,
        .closed_by = stocktake.closed_by,
        .made_by = stocktake.made_by,
        .made_at = stocktake.made_at,
        .whole = !sight,
        .may_count = may && !stocktake.closed_on,
        .may_close = may,
        .tally = {},
        .sites = {},
        .version = stocktake.version};
    std::vector<std::optional<SiteId>> places;
    for (const contract::Site& site : profile.sites)
        places.emplace_back(site.id);
    places.emplace_back(std::nullopt);
    for (const auto& place : places) {
        if (!sees(sight, place))
            continue;
        auto site = site_view(profile, stock, lines, place);
        if (site.tally.expected + site.tally.elsewhere + site.tally.unknown > 0 || site.finished_at)
            view.sites.push_back(std::move(site));
    }
    view.tally = sum_of(view.sites);
    view.tally.open = static_cast<int>(std::ranges::count_if(
        lines, [&](const Line& line) { return line.verdict == Verdict::expected && sees(sight, line.site); }));
    return view;
}

StocktakeRowView row_view_of(const Stocktake& stocktake)
{
    return {stocktake.id, stocktake.title, stocktake.on, stocktake.closed_on};
}

LineView view_of(const contract::Profile& profile, const Line& line)
{
    LineView view{.key = {},
        .device_id = {},
        .number = {},
        .kind = {},
        .model = {},
        .site_id = line.site,
        .site = name_of_site(profile, line.site),
        .place = {},
        .expected_site = {},
        .expected_place = {},
        .verdict = line.verdict,
        .note = {},
        .found_by = {},
        .found_at = {}};
    if (line.unit) {
        view.device_id = line.unit->device.id;
        view.key = line.unit->device.id.text;
        view.number = line.unit->device.number;
        view.kind = line.unit->device.kind;
        view.model = line.unit->device.model;
        view.expected_site = line.unit->site_name;
        view.expected_place = line.unit->placement.spot.place;
    }
    if (line.finding) {
        view.key = key_of(*line.finding);
        if (!line.unit)
            view.number = line.finding->code;
        view.place = line.finding->place;
        view.note = line.finding->note;
        view.found_by = line.finding->found_by;
        view.found_at = line.finding->found_at;
    }
    return view;
}

}
