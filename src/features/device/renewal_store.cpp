#include "features/device/renewal_store.hpp"

#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/contract/device_store.hpp"
#include "features/device/address_store.hpp"
#include "features/device/generation_store.hpp"
#include "features/device/movement_store.hpp"
#include "features/device/placement_store.hpp"
#include "features/device/register_store.hpp"
#include "features/device/site_stay_store.hpp"
#include "features/device/sql.hpp"
#include "features/device/unit_detail_store.hpp"
#include "platform/db/many.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::device {
namespace {

constexpr int every_listed_unit = 1'000'000;

RenewalPlan plan_from(const db::Row& row)
{
    return {.from = row.get<LocalDay>("planned_from"),
        .to = row.get<LocalDay>("planned_to"),
        .act = row.get<std::string>("act"),
        .reason = row.get<std::string>("reason"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at")};
}

audit::Facts model_facts(const UnitModel& model)
{
    return {{"generation", model.generation}, {"model", model.model}, {"type_number", model.type_number}};
}

UnitModel model_of(const contract::Device& device)
{
    return {device.generation, device.model, device.type_number, {}};
}

/// What renewals of one act leave to be written.
class RenewalWriter {
public:
    RenewalWriter(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const RenewalAct& act,
        const std::function<std::string()>& new_id)
        : tx_{tx}
        , contract_{contract}
        , cause_{cause}
        , act_{act}
        , new_id_{new_id}
    {
    }

    Result<void> retire(const contract::Device& device, const Course& course, const Spot& from)
    {
        Spot gone = from;
        gone.use = Use::retired;
        gone.place.clear();
        TRY(end_address(tx_, contract_, cause_, device.id, act_.on));
        TRY(move_to(device.id, course, from, gone));
        return {};
    }

    Result<Course> move_to(const DeviceId& device, const Course& course, const Spot& from, const Spot& to)
    {
        Course after = course;
        if (from != to) {
            TRY_ASSIGN(after, moved(course, act_.on, to));
            store(tx_, contract_, device, course, after);
            const Spot& last = after.back().spot;
            contract::put_places(
                tx_, contract_, std::vector{contract::DevicePlace{device, last.site, status_of(last.use)}});
        }
        add_movement(device, from, to);
        return after;
    }

    /// The register's row must know what the unit is now.
    Result<void> become(const contract::Device& as_of_day, const Course& course, const UnitModel& to)
    {
        TRY_ASSIGN(const auto device, get_device(tx_, contract_, as_of_day.id));
        const UnitDetail detail = detail_of(tx_, contract_, device);
        put_model(tx_, contract_, device, course, act_.on, to, detail.serial);
        record_renewal(device.id, model_facts(model_of(as_of_day)), model_facts(to));
        return {};
    }

    void record_renewal(const DeviceId& device, const audit::Facts& before, audit::Facts after)
    {
        audit::Entry entry = audit::entry(cause_, contract_, "device.renewed", {"device", device.text});
        entry.reason = act_.note;
        after.insert({"renewed_on", to_text(act_.on)});
        audit::put_change(entry, before, after);
        audit::record(tx_, entry);
    }

    void write() { record_movements(tx_, contract_, cause_, movements_); }

private:
    void add_movement(const DeviceId& device, const Spot& from, const Spot& to)
    {
        const MovementId id{new_id_()};
        if (movements_.empty())
            first_ = id;
        movements_.push_back({id, first_, device, {act_.on, to, Cause::renewal, act_.request, act_.note}, from,
            cause_.actor().name, cause_.now()});
    }

    db::Tx& tx_;
    const ContractId& contract_;
    const audit::Cause& cause_;
    const RenewalAct& act_;
    const std::function<std::string()>& new_id_;
    MovementId first_;
    std::vector<Movement> movements_;
};

Result<void> check_number(db::Reader& reader, const ContractId& contract, const std::string& number)
{
    const auto known = reader.query(sql::list_numbers, contract).map([](const db::Row& row) {
        return fold(row.get<std::string>("number"));
    });
    if (std::ranges::find(known, fold(number)) == known.end())
        return {};
    const Text said{fmt::format("機器ID {} は既に台帳にあります。別の番号にしてください。", number),
        fmt::format("{} is in the register already: choose another number", number)};
    return fail(ErrorKind::conflict, "device/number_taken", said, {{"number", "device/number_taken", said}});
}

Result<void> enter_successor(db::Tx& tx, const ContractId& contract, const audit::Cause& cause,
    const UnitRenewal& renewal, const std::string& number, const DeviceId& id, LocalDay day)
{
    TRY(check_number(tx, contract, number));
    const Spot& spot = renewal.unit.unit.placement.spot;
    contract::Device device = renewal.unit.unit.device;
    device.id = id;
    device.number = number;
    device.generation = renewal.to.generation;
    device.model = renewal.to.model;
    device.type_number = renewal.to.type_number;
    device.known = contract::DeviceKnown::unit;
    device.remarks.clear();
    device.site = spot.site;
    device.status = status_of(spot.use);
    contract::put_units(tx, contract, std::vector{device});
    store(tx, contract, id, {}, {{day, no_end, spot}});
    audit::Entry entry = audit::entry(cause, contract, "device.entered", {"device", id.text});
    audit::Facts facts = model_facts(renewal.to);
    facts.insert({{"number", number}, {"site", spot.site ? spot.site->text : ""}, {"place", spot.place},
        {"use", std::string{name_of(spot.use)}}, {"moved_on", to_text(day)}});
    audit::put_change(entry, {}, facts);
    audit::record(tx, entry);
    return {};
}

Result<void> place_successor(db::Tx& tx, const ContractId& contract, RenewalWriter& writer, const UnitRenewal& renewal,
    const DeviceId& id, LocalDay day)
{
    TRY_ASSIGN(const auto successor, get_device(tx, contract, id));
    const Course course = course_of(tx, contract, id);
    const Placement* stands = on(course, day);
    if (stands == nullptr || stands->spot.use == Use::in_service || stands->spot.use == Use::retired ||
        id == renewal.unit.unit.device.id) {
        return fail(ErrorKind::conflict, "renewal/successor_not_free",
            {fmt::format("機器{}は、この日には置き換えに使えません（設置予定・保管中・予備機の機器を選んでください）。",
                 successor.number),
                fmt::format("{} cannot take a place on that day: choose a unit that is planned, stored or a spare",
                    successor.number)});
    }
    const Spot from = stands->spot;
    TRY_ASSIGN(const auto after, writer.move_to(id, course, from, renewal.unit.unit.placement.spot));
    const Generations generations = generations_of(tx, contract, id);
    const auto* span = on(generations, day);
    if ((span == nullptr ? successor.generation : span->value.generation) != renewal.to.generation)
        TRY(writer.become(successor, after, renewal.to));
    return {};
}

}

Result<std::vector<RenewalUnit>> renewal_units(db::Reader& reader, const contract::Profile& profile,
    const contract::Generation& generation, LocalDay day, const std::optional<std::vector<SiteId>>& only)
{
    TRY_ASSIGN(auto page, list_units(reader, profile.id, {.day = day, .only = only}, "", every_listed_unit));
    const auto courses = all_courses(reader, profile.id);
    const auto generations = all_generations(reader, profile.id);
    std::map<DeviceId, std::vector<RenewalPlan>> plans;
    reader.query(sql::list_all_plans, profile.id, generation.id).for_each([&](const db::Row& row) {
        plans[row.get<DeviceId>("device_id")].push_back(plan_from(row));
    });
    std::vector<RenewalUnit> units;
    for (Unit& unit : page.units) {
        const DeviceId id = unit.device.id;
        const bool ends = ends_with(profile, unit.device.device_class, generation);
        const RenewalState state = renewal_state(generation, ends, unit);
        if (state == RenewalState::apart)
            continue;
        RenewalUnit each{std::move(unit), ends, state, {}, contract_plans(generation)};
        if (const auto own = plans.find(id); own != plans.end())
            each.plans.insert(each.plans.end(), own->second.begin(), own->second.end());
        if (state == RenewalState::done) {
            const auto renewed = generations.find(id);
            each.actual = renewed_on(
                generation, ends, courses.at(id), renewed == generations.end() ? Generations{} : renewed->second, day);
        }
        units.push_back(std::move(each));
    }
    return units;
}

std::map<std::string, std::vector<RenewalPlan>> plans_of(
    db::Reader& reader, const ContractId& contract, const DeviceId& device)
{
    std::map<std::string, std::vector<RenewalPlan>> plans;
    reader.query(sql::list_plans, contract, device).for_each([&](const db::Row& row) {
        plans[row.get<std::string>("generation")].push_back(plan_from(row));
    });
    return plans;
}

std::string renewal_stamp(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::renewal_stamp, contract).one([](const db::Row& row) {
        return fmt::format("{}/{}/{}", row.get<int>("units_version"), row.get<int>("movements"), row.get<int>("plans"));
    });
}

void put_plans(db::Tx& tx, const ContractId& contract, const audit::Cause& cause,
    const contract::Generation& generation, std::span<const RenewalUnit> units, const PlanChange& change,
    const std::string& act)
{
    std::vector<std::vector<db::Param>> rows;
    std::vector<audit::Entry> events;
    for (const RenewalUnit& each : units) {
        const DeviceId& id = each.unit.device.id;
        const auto entered =
            std::ranges::count_if(each.plans, [](const RenewalPlan& plan) { return plan.entered_at.has_value(); });
        rows.push_back({contract, id, generation.id, static_cast<int>(entered) + 1, act, change.from, change.to,
            change.reason, cause.actor().name, cause.now()});
        audit::Entry entry = audit::entry(cause, contract, "device.renewal_planned", {"device", id.text});
        entry.reason = change.reason;
        audit::Facts before;
        if (!each.plans.empty()) {
            before = {{"planned_from", to_text(each.plans.back().from)}, {"planned_to", to_text(each.plans.back().to)}};
        }
        audit::put_change(entry, before,
            {{"generation", generation.id}, {"planned_from", to_text(change.from)},
                {"planned_to", to_text(change.to)}});
        events.push_back(std::move(entry));
    }
    db::insert_many(tx, sql::insert_plan, rows);
    audit::record_all(tx, events);
}

Result<void> renew(db::Tx& tx, const ContractId& contract, const audit::Cause& cause,
    std::span<const UnitRenewal> renewals, const RenewalAct& act, const std::function<std::string()>& new_id)
{
    const ClosedStays stays{tx, contract};
    RenewalWriter writer{tx, contract, cause, act, new_id};
    for (const UnitRenewal& each : renewals) {
        const contract::Device& device = each.unit.unit.device;
        const Spot from = each.unit.unit.placement.spot;
        const Course course = course_of(tx, contract, device.id);
        if (each.unit.ends) {
            TRY(writer.retire(device, course, from));
            writer.record_renewal(device.id, {}, {});
            continue;
        }
        Spot to = from;
        if (to.use == Use::planned)
            to.use = Use::in_service;
        TRY_ASSIGN(const auto after, writer.move_to(device.id, course, from, to));
        if (device.generation != each.to.generation)
            TRY(writer.become(device, after, each.to));
        else
            writer.record_renewal(device.id, {}, model_facts(each.to));
        // A unit that was only planned is no other machine when it comes.
        if (device.generation != each.to.generation || !each.serial.empty())
            TRY(replace_machine(tx, contract, cause, device.id, each.serial));
    }
    writer.write();
    return stays.check(tx);
}

Result<void> replace_unit(db::Tx& tx, const ContractId& contract, const audit::Cause& cause, const UnitRenewal& renewal,
    const Successor& successor, const RenewalAct& act, const std::function<std::string()>& new_id)
{
    const ClosedStays stays{tx, contract};
    RenewalWriter writer{tx, contract, cause, act, new_id};
    const contract::Device& old = renewal.unit.unit.device;
    const Addresses addresses = addresses_of(tx, contract, old.id);
    const Span<std::string>* address = on(addresses, act.on);
    const std::string had = address == nullptr ? "" : address->value;
    const DeviceId id = successor.device ? *successor.device : DeviceId{new_id()};
    if (successor.device)
        TRY(place_successor(tx, contract, writer, renewal, id, act.on));
    else
        TRY(enter_successor(tx, contract, cause, renewal, successor.number, id, act.on));
    TRY(writer.retire(old, course_of(tx, contract, old.id), renewal.unit.unit.placement.spot));
    writer.record_renewal(old.id, {}, {{"successor", id.text}});
    if (!had.empty() && successor.takes_address)
        TRY(put_address(tx, contract, cause, id, {act.on, had, act.note}));
    if (!renewal.serial.empty())
        TRY(replace_machine(tx, contract, cause, id, renewal.serial));
    writer.write();
    return stays.check(tx);
}

}
