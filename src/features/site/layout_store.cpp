#include "features/site/layout_store.hpp"

#include "core/changed.hpp"
#include "features/attachment/attachment_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/site/sql.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::site {
namespace {

Floor floor_from(const db::Row& row)
{
    Floor floor{.id = row.get<FloorId>("id"), .name = row.get<std::string>("name"), .seats = {}, .plan = {}};
    if (auto file = row.get<std::optional<AttachmentId>>("plan_id")) {
        floor.plan = Plan{*std::move(file), row.get<std::string>("plan_name"), row.get<int>("plan_width"),
            row.get<int>("plan_height")};
    }
    return floor;
}

Seat seat_from(const db::Row& row)
{
    Seat seat{.id = row.get<SeatId>("id"),
        .name = row.get<std::string>("name"),
        .section = row.get<std::string>("section"),
        .spot = {}};
    if (const auto x = row.get<std::optional<int>>("x"))
        seat.spot = PlanSpot{*x, row.get<int>("y")};
    return seat;
}

void write_floor(db::Tx& tx, const ContractId& contract, const SiteId& site, const Floor& floor, int place)
{
    const Plan plan = floor.plan.value_or(Plan{});
    const auto file = floor.plan ? std::optional{plan.file} : std::nullopt;
    tx.execute(
        sql::insert_floor, contract, floor.id, site, place, floor.name, file, plan.name, plan.width, plan.height);
    int seat_place = 0;
    for (const Seat& seat : floor.seats) {
        const auto x = seat.spot ? std::optional{seat.spot->x} : std::nullopt;
        const auto y = seat.spot ? std::optional{seat.spot->y} : std::nullopt;
        tx.execute(sql::insert_seat, contract, seat.id, floor.id, ++seat_place, seat.name, seat.section, x, y);
    }
}

// A floor by its name, its seats with the spots of those that are on the plan.
std::string told_floor(const Floor& floor)
{
    std::string text;
    for (const Seat& seat : floor.seats) {
        text += (text.empty() ? "" : "、") + seat.name;
        if (!seat.section.empty())
            text += fmt::format("（{}）", seat.section);
        if (seat.spot)
            text += fmt::format(
                " {}.{}%,{}.{}%", seat.spot->x / 10, seat.spot->x % 10, seat.spot->y / 10, seat.spot->y % 10);
    }
    if (floor.plan)
        text += fmt::format(" [{}]", floor.plan->name);
    return text;
}

audit::Facts layout_facts(const Layout& layout)
{
    audit::Facts facts;
    std::string floors;
    std::string seats;
    for (const Floor& floor : layout.floors) {
        floors += (floors.empty() ? "" : "、") + floor.name;
        seats += fmt::format("{}{}: {}", seats.empty() ? "" : "\n", floor.name, told_floor(floor));
    }
    if (!floors.empty())
        facts = {{"floors", floors}, {"seats", seats}};
    return facts;
}

}

audit::Subject subject_of(const FloorId& floor)
{
    return {"site_floor", floor.text};
}

Layout layout_of(db::Reader& reader, const ContractId& contract, const SiteId& site)
{
    Layout layout;
    layout.version = reader.query(sql::find_layout_version, contract, site)
                         .one_or_none([](const db::Row& row) { return row.get<int>("version"); })
                         .value_or(1);
    layout.floors = reader.query(sql::list_floors, contract, site).map(floor_from);
    reader.query(sql::list_seats, contract, site).for_each([&](const db::Row& row) {
        const auto floor = std::ranges::find(layout.floors, row.get<FloorId>("floor_id"), &Floor::id);
        floor->seats.push_back(seat_from(row));
    });
    return layout;
}

Result<Layout> put_layout(db::Tx& tx, const ContractId& contract, const SiteId& site, const audit::Cause& cause,
    const Layout& before, Layout after)
{
    tx.execute(sql::insert_layout, contract, site);
    if (tx.execute(sql::raise_layout, contract, site, before.version) == 0)
        return changed_meanwhile("site/changed", before.version);
    for (const Floor& floor : before.floors) {
        const Floor* kept = after.find(floor.id);
        if (floor.plan && (kept == nullptr || kept->plan != floor.plan))
            attachment::remove(tx, contract, subject_of(floor.id), floor.plan->file);
    }
    tx.execute(sql::delete_seats, contract, site);
    tx.execute(sql::delete_floors, contract, site);
    int place = 0;
    for (const Floor& floor : after.floors)
        write_floor(tx, contract, site, floor, ++place);
    after.version = before.version + 1;
    audit::Entry entry = audit::entry(cause, contract, "site.layout_changed", {"site", site.text});
    audit::put_change(entry, layout_facts(before), layout_facts(after));
    audit::record(tx, entry);
    return after;
}

}
