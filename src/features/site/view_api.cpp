#include "features/site/view_api.hpp"

#include <algorithm>
#include <map>

namespace hoshuban::site {
namespace {

SeatUnitView seat_unit(const device::Unit& unit)
{
    return {unit.device.id, unit.device.number, unit.device.kind, unit.device.model, unit.placement.spot.place,
        unit.placement.spot.use};
}

void count_in(SiteModelView& model, const device::Count& count)
{
    if (count.keeper == device::Keeper::city) {
        model.kept_by_city += count.units;
        return;
    }
    switch (count.use) {
    case device::Use::in_service:
        model.in_service += count.units;
        break;
    case device::Use::spare:
        model.spare += count.units;
        break;
    case device::Use::planned:
        model.planned += count.units;
        break;
    case device::Use::stored:
    case device::Use::repair:
        model.other += count.units;
        break;
    case device::Use::retired:
        break;
    }
}

}

SiteSpanView span_view(const contract::EnteredFact& entered, const std::optional<LocalDay>& to)
{
    const contract::Site& site = entered.fact.site;
    const bool by_hand = !entered.word.entered_by.empty();
    return {.from = entered.fact.from,
        .to = to,
        .number = site.number,
        .name = site.name,
        .address = site.address,
        .departments = site.departments,
        .remarks = site.remarks,
        .aliases = site.aliases,
        .excluded = site.excluded,
        .open = entered.fact.open,
        .reason = entered.word.reason,
        .entered_by = entered.word.entered_by,
        .entered_at = by_hand ? std::optional{entered.word.entered_at} : std::nullopt};
}

std::vector<SiteModelView> models_at(std::span<const device::Count> counts, const SiteId& site)
{
    std::vector<SiteModelView> models;
    for (const device::Count& count : counts) {
        if (count.site != site || count.use == device::Use::retired)
            continue;
        const auto same = [&](const SiteModelView& each) {
            return each.device_class == count.device_class && each.division == count.division &&
                each.kind == count.kind && each.model == count.model && each.generation == count.generation;
        };
        auto found = std::ranges::find_if(models, same);
        if (found == models.end()) {
            models.push_back({.device_class = count.device_class,
                .division = count.division,
                .kind = count.kind,
                .model = count.model,
                .generation = count.generation,
                .in_service = 0,
                .spare = 0,
                .planned = 0,
                .other = 0,
                .kept_by_city = 0});
            found = std::prev(models.end());
        }
        count_in(*found, count);
    }
    return models;
}

ContactView view_of(const Contact& contact, LocalDay on)
{
    return {contact.id, contact.name, contact.section, contact.phone, contact.note, contact.from, contact.to,
        holds(contact, on), contact.version};
}

SiteRowView row_view(const contract::Site& site, std::span<const contract::SiteFact> facts, LocalDay on, LocalDay first)
{
    const contract::SiteFact* fact = contract::on(facts, on);
    const contract::Site& then = fact == nullptr ? facts.front().site : fact->site;
    SiteRowView view{.id = site.id,
        .number = then.number,
        .name = then.name,
        .address = then.address,
        .departments = then.departments,
        .remarks = then.remarks,
        .aliases = then.aliases,
        .excluded = then.excluded,
        .open = fact != nullptr && fact->open,
        .planned = site.planned,
        .opened_on = {},
        .closed_on = {},
        .units = 0,
        .planned_units = 0,
        .kept_by_city = 0,
        .requests = 0,
        .repairs = 0};
    if (facts.front().from > first)
        view.opened_on = facts.front().from;
    for (const contract::SiteFact& each : facts) {
        if (each.open)
            view.closed_on.reset();
        else if (!view.closed_on)
            view.closed_on = each.from;
    }
    return view;
}

LayoutView view_of(const Layout& layout, std::span<const device::Unit> units, LocalDay on, bool may_keep)
{
    LayoutView view{.on = on, .floors = {}, .elsewhere = {}, .may_keep = may_keep, .version = layout.version};
    std::map<SeatId, std::vector<SeatUnitView>> seated;
    const SeatBook book{layout};
    for (const device::Unit& unit : units) {
        if (const Seat* seat = book.at(unit.placement.spot.place))
            seated[seat->id].push_back(seat_unit(unit));
        else
            view.elsewhere.push_back(seat_unit(unit));
    }
    for (const Floor& floor : layout.floors) {
        FloorView shown{.id = floor.id, .name = floor.name, .seats = {}, .plan = {}};
        for (const Seat& seat : floor.seats) {
            SeatView each{.id = seat.id,
                .name = seat.name,
                .section = seat.section,
                .place = place_of(floor, seat),
                .x = {},
                .y = {},
                .units = std::move(seated[seat.id])};
            if (seat.spot) {
                each.x = seat.spot->x;
                each.y = seat.spot->y;
            }
            shown.seats.push_back(std::move(each));
        }
        if (floor.plan)
            shown.plan = PlanView{floor.plan->file, floor.plan->name, floor.plan->width, floor.plan->height};
        view.floors.push_back(std::move(shown));
    }
    return view;
}

}
