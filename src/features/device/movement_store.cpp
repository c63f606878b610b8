#include "features/device/movement_store.hpp"

#include "core/cursor.hpp"
#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/contract/device_store.hpp"
#include "features/device/placement_store.hpp"
#include "features/device/register.hpp"
#include "features/device/site_stay_store.hpp"
#include "features/device/sql.hpp"
#include "features/device/unit_detail_store.hpp"
#include "platform/db/filtered.hpp"
#include "platform/db/many.hpp"

namespace hoshuban::device {
namespace {

// Bounds instead of a question keep the index of the days in use.
constexpr LocalDay first_of_all{std::chrono::year{1} / 1 / 1};
constexpr LocalDay last_of_all{std::chrono::year{9999} / 12 / 31};

audit::Facts facts_of(const Spot& spot)
{
    return {{"site", spot.site ? spot.site->text : ""}, {"place", spot.place}, {"use", std::string{name_of(spot.use)}},
        {"keeper", std::string{name_of(spot.keeper)}}};
}

audit::Entry event_of(const ContractId& contract, const audit::Cause& cause, const Movement& movement)
{
    const Move& move = movement.move;
    audit::Entry entry = audit::entry(cause, contract, "device.moved", {"device", movement.device.text});
    entry.reason = move.note;
    auto after = facts_of(move.to);
    after.insert({{"moved_on", to_text(move.on)}, {"cause", std::string{name_of(move.cause)}}});
    if (move.planned_on)
        after.insert({"planned_on", to_text(*move.planned_on)});
    audit::put_change(entry, facts_of(movement.from), after);
    return entry;
}

Result<Course> known_course(db::Reader& reader, const ContractId& contract, const DeviceId& device)
{
    Course course = course_of(reader, contract, device);
    if (course.empty())
        return fail(ErrorKind::not_found, "device/not_found", {"機器が見つかりません。", "no such unit"});
    return course;
}

contract::DevicePlace place_of(const DeviceId& device, const Course& course)
{
    const Spot& last = course.back().spot;
    return {device, last.site, status_of(last.use)};
}

Movement movement_of(const audit::Cause& cause, const DeviceId& device, const Course& before, Move move,
    const MovementId& id, const MovementId& act)
{
    const Spot from = on(before, move.on)->spot;
    return {id, act, device, std::move(move), from, cause.actor().name, cause.now()};
}

std::optional<IncidentName> incident_from(const db::Row& row)
{
    auto id = row.get<std::optional<std::string>>("incident_id");
    if (!id)
        return std::nullopt;
    return IncidentName{*std::move(id), row.get<std::string>("incident_number")};
}

db::Param id_of(const std::optional<IncidentName>& incident)
{
    return incident ? db::Param{incident->id} : db::Param{};
}

// The rows borrow their texts.
std::string_view number_of(const std::optional<IncidentName>& incident)
{
    return incident ? std::string_view{incident->number} : std::string_view{""};
}

ListedMovement listed_from(const db::Row& row)
{
    const auto text = [&](std::string_view column) { return row.get<std::optional<std::string>>(column).value_or(""); };
    return {.movement = {.id = row.get<MovementId>("id"),
                .act = row.get<MovementId>("act"),
                .device = row.get<DeviceId>("device_id"),
                .move = {.on = row.get<LocalDay>("moved_on"),
                    .to = {row.get<std::optional<SiteId>>("site_id"), row.get<std::string>("place"),
                        row.get<Use>("used_as"), row.get<Keeper>("keeper")},
                    .cause = row.get<Cause>("cause"),
                    .request = row.get<std::optional<WorkRequestId>>("request_id"),
                    .note = row.get<std::string>("note"),
                    .planned_on = row.get<std::optional<LocalDay>>("planned_on"),
                    .incident = incident_from(row)},
                .from = {row.get<std::optional<SiteId>>("from_site_id"), row.get<std::string>("from_place"),
                    row.get<Use>("from_used_as"), row.get<Keeper>("from_keeper")},
                .entered_by = row.get<std::string>("entered_by"),
                .entered_at = row.get<Instant>("entered_at")},
        .device_number = row.get<std::string>("number"),
        .model = row.get<std::string>("model"),
        .from_site_name = text("from_site_name"),
        .site_name = text("site_name"),
        .request_number = text("request_number")};
}

}

void record_movements(
    db::Tx& tx, const ContractId& contract, const audit::Cause& cause, std::span<const Movement> movements)
{
    std::vector<std::vector<db::Param>> rows;
    std::vector<audit::Entry> events;
    for (const Movement& movement : movements) {
        const Spot& from = movement.from;
        const Move& move = movement.move;
        rows.push_back({contract, movement.id, movement.act, movement.device, move.on, move.cause, from.site,
            from.place, from.use, from.keeper, move.to.site, move.to.place, move.to.use, move.to.keeper, move.request,
            move.note, movement.entered_by, movement.entered_at, move.planned_on, id_of(move.incident),
            number_of(move.incident)});
        events.push_back(event_of(contract, cause, movement));
    }
    db::insert_many(tx, sql::insert_movement, rows);
    audit::record_all(tx, events);
}

Result<Movement> move(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, Movement movement)
{
    const ClosedStays stays{tx, contract};
    TRY_ASSIGN(const auto before, known_course(tx, contract, movement.device));
    TRY_ASSIGN(const auto after, moved(before, movement.move.on, movement.move.to));
    if (before.back().spot.use == Use::retired && after.back().spot.use != Use::retired)
        TRY(check_serial_free(tx, contract, movement.device, day_of(cause.now())));
    store(tx, contract, movement.device, before, after);
    TRY(stays.check(tx));
    hoshuban::contract::put_places(tx, contract, std::vector{place_of(movement.device, after)});
    movement = movement_of(cause, movement.device, before, movement.move, movement.id, movement.id);
    record_movements(tx, contract, cause, {&movement, 1});
    return movement;
}

Result<std::vector<Movement>> exchange(db::Tx& tx, const ContractId& contract, const audit::Cause& cause,
    const DeviceId& failed, const DeviceId& spare, const Exchange& exchange, const ExchangeIds& ids)
{
    const ClosedStays stays{tx, contract};
    TRY_ASSIGN(const auto failed_before, known_course(tx, contract, failed));
    TRY_ASSIGN(const auto spare_before, known_course(tx, contract, spare));
    TRY_ASSIGN(const auto after, exchanged(failed_before, spare_before, exchange));
    store(tx, contract, failed, failed_before, after.failed);
    store(tx, contract, spare, spare_before, after.spare);
    TRY(stays.check(tx));
    hoshuban::contract::put_places(
        tx, contract, std::vector{place_of(failed, after.failed), place_of(spare, after.spare)});
    const Spot taken = on(failed_before, exchange.on)->spot;
    const auto line = [&](const Spot& to) {
        return Move{.on = exchange.on,
            .to = to,
            .cause = Cause::exchange,
            .request = exchange.request,
            .note = exchange.note,
            .incident = exchange.incident};
    };
    std::vector<Movement> movements{
        movement_of(cause, failed, failed_before, line(exchange.failed_to), ids.failed, ids.failed),
        movement_of(cause, spare, spare_before, line(taken), ids.spare, ids.failed)};
    record_movements(tx, contract, cause, movements);
    return movements;
}

Result<MovementPage> list_movements(
    db::Reader& reader, const ContractId& contract, const MovementFilter& filter, std::string_view cursor, int limit)
{
    std::vector<std::string> after{"", ""};
    if (!cursor.empty()) {
        TRY_ASSIGN(after, cursor_keys(cursor, 2));
    }
    std::vector<db::Param> params{contract, filter.device, after[0], after[1], limit + 1,
        filter.first.value_or(first_of_all), filter.last.value_or(last_of_all), filter.site, filter.device_class,
        containing(filter.words), filter.cause, filter.entered_by,
        filter.timing == Timing::all ? std::string_view{} : name_of(filter.timing)};
    const db::Filtered filtered{sql::list_movements, std::move(params)};
    MovementPage page{reader.query(filtered.query(), filtered.params()).map(listed_from), {}};
    if (static_cast<int>(page.movements.size()) > limit) {
        page.movements.pop_back();
        const Movement& last = page.movements.back().movement;
        page.next = cursor_of({to_text(last.move.on), last.id.text});
    }
    return page;
}

std::vector<std::string> list_movers(db::Reader& reader, const ContractId& contract, int limit)
{
    return reader.query(sql::list_movers, contract, limit).map([](const db::Row& row) {
        return row.get<std::string>("name");
    });
}

}
