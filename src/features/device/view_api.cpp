#include "features/device/view_api.hpp"

#include <algorithm>

namespace hoshuban::device {
namespace {

SpotView spot_view(const Spot& spot, std::string site)
{
    return {spot.site, std::move(site), spot.place, spot.use, spot.keeper};
}

std::optional<LocalDay> end_of(const Placement& placement)
{
    return placement.to == no_end ? std::nullopt : std::optional{placement.to};
}

SumView view_of(const Sum& sum)
{
    return {sum.units, sum.planned, sum.kept_by_city, sum.assumed};
}

std::string site_name(const contract::Profile& profile, const std::optional<SiteId>& id)
{
    const contract::Site* site = id ? contract::find_site(profile, *id) : nullptr;
    return site == nullptr ? std::string{} : site->name;
}

Text label_of(const contract::Profile& profile, const std::string& id)
{
    const auto found = std::ranges::find(profile.device_classes, id, &contract::DeviceClass::id);
    return found == profile.device_classes.end() ? Text{id, id} : found->label;
}

MatrixRowView view_of(const contract::Profile& profile, const MatrixRow& row)
{
    MatrixRowView view{.site_id = row.site, .site_number = {}, .site = {}, .cells = {}, .total = view_of(row.total)};
    if (const contract::Site* site = row.site ? contract::find_site(profile, *row.site) : nullptr) {
        view.site_number = site->number;
        view.site = site->name;
    }
    for (const Sum& sum : row.cells)
        view.cells.push_back(view_of(sum));
    return view;
}

}

std::vector<ClassChoice> choices(const contract::Profile& profile)
{
    std::vector<ClassChoice> classes;
    for (const contract::DeviceClass& each : profile.device_classes)
        classes.push_back({each.id, each.label});
    return classes;
}

std::vector<GenerationChoice> generation_choices(const contract::Profile& profile)
{
    std::vector<GenerationChoice> generations;
    for (const contract::Generation& each : profile.generations)
        generations.push_back({each.id, each.label});
    return generations;
}

Text generation_label(const contract::Profile& profile, const std::string& id)
{
    const auto found = std::ranges::find(profile.generations, id, &contract::Generation::id);
    return found == profile.generations.end() ? Text{id, id} : found->label;
}

UnitView view_of(const Unit& unit)
{
    const contract::Device& device = unit.device;
    const Spot& spot = unit.placement.spot;
    return {.id = device.id,
        .number = device.number,
        .device_class = device.device_class,
        .kind = device.kind,
        .model = device.model,
        .type_number = device.type_number,
        .division = device.division,
        .generation = device.generation,
        .known = device.known,
        .remarks = device.remarks,
        .site_id = spot.site,
        .site_number = unit.site_number,
        .site = unit.site_name,
        .place = spot.place,
        .use = spot.use,
        .keeper = spot.keeper,
        .since = unit.placement.from,
        .until = end_of(unit.placement)};
}

PlacementView view_of(const contract::Profile& profile, const Placement& placement)
{
    return {placement.from, end_of(placement), spot_view(placement.spot, site_name(profile, placement.spot.site))};
}

MovementView view_of(const ListedMovement& listed)
{
    const Movement& movement = listed.movement;
    const auto& incident = movement.move.incident;
    return {.id = movement.id,
        .act = movement.act,
        .device_id = movement.device,
        .device_number = listed.device_number,
        .model = listed.model,
        .on = movement.move.on,
        .cause = movement.move.cause,
        .from = spot_view(movement.from, listed.from_site_name),
        .to = spot_view(movement.move.to, listed.site_name),
        .request_id = movement.move.request,
        .request_number = listed.request_number,
        .incident_id = incident ? std::optional{incident->id} : std::nullopt,
        .incident_number = incident ? incident->number : "",
        .note = movement.move.note,
        .entered_by = movement.entered_by,
        .entered_at = movement.entered_at,
        .planned_on = movement.move.planned_on,
        .entered_after = entered_after(movement)};
}

MatrixView view_of(const contract::Profile& profile, LocalDay day, const Holding& holding)
{
    const Matrix matrix = matrix_of(profile.sites, holding.units);
    MatrixView view{.on = day, .columns = {}, .rows = {}, .total = view_of(matrix.total), .comparisons = {}};
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
        const MatrixColumn& head = matrix.columns[column];
        view.columns.push_back({head.division, head.device_class, label_of(profile, head.device_class), head.model,
            profile.generations.size() > 1 ? generation_label(profile, head.generation) : Text{},
            view_of(matrix.totals[column])});
    }
    for (const MatrixRow& row : matrix.rows)
        view.rows.push_back(view_of(profile, row));
    for (const Comparison& each : compare_all(profile.stated_totals, holding)) {
        view.comparisons.push_back({each.stated.label, each.stated.count, each.stated.planned, view_of(each.counted),
            each.agrees(), each.stated.clause});
    }
    return view;
}

}
