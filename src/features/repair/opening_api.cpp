#include "features/repair/opening_api.hpp"

#include "features/contract/number_store.hpp"
#include "features/device/movement_store.hpp"
#include "features/device/placement_store.hpp"
#include "features/device/register_store.hpp"
#include "features/device/spare_store.hpp"
#include "features/device/unit_detail_store.hpp"
#include "features/repair/low_stock_api.hpp"
#include "features/repair/reach_api.hpp"
#include "features/work_request/work_request_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::repair {
namespace {

using device::Use;

/// What an opening works on: the failed unit as it is and what its contract wants.
struct Failure {
    std::shared_ptr<const contract::Profile> profile;
    contract::Device unit;
    contract::RepairRule rule;
    device::Spot spot;
    std::size_t spares = 0; ///< that fit it
};

struct OpeningIds {
    RepairId repair;
    StepId step;
    device::MovementId failed;
    device::MovementId spare;
};

Result<Failure> failure_of(
    db::Reader& reader, const http::Context& context, const OpenRepair& body, contract::ProfileCache& profiles)
{
    Failure failure;
    TRY_ASSIGN(failure.profile, repairing(reader, context, profiles));
    const ContractId& contract = failure.profile->id;
    TRY_ASSIGN(failure.unit, device::get_device(reader, contract, body.device_id));
    TRY_ASSIGN(failure.rule, rule_of(*failure.profile, failure.unit.device_class, failure.unit.model));
    const auto course = device::course_of(reader, contract, body.device_id);
    const device::Placement* placement = device::on(course, body.failed_on);
    if (placement == nullptr || placement->spot.use == Use::retired || placement->spot.use == Use::planned) {
        const Text text{"この日には、この機器は置かれていません。故障した日を確かめてください。",
            "on that day the unit stood nowhere: check the day"};
        return fail(ErrorKind::conflict, "repair/not_there", text, {{"failed_on", "repair/not_there", text}});
    }
    failure.spot = placement->spot;
    TRY_ASSIGN(const auto spares, device::spares_for(reader, contract, failure.unit, body.failed_on));
    failure.spares = spares.size();
    return failure;
}

// A swap takes a spare that fits, as long as there is one; where the contract has it swapped on site, it is.
Result<void> check_spare(db::Reader& reader, const Failure& failure, const OpenRepair& body)
{
    const auto refused = [](std::string code, Text text) {
        return fail(ErrorKind::conflict, code, text, {{"spare_id", code, text}});
    };
    if (!body.spare_id) {
        if (!failure.rule.swap_on_site || failure.spot.use != Use::in_service || failure.spares == 0)
            return {};
        return refused("repair/swap_on_site",
            {"この種類の機器は現地で予備機と交換します。代わりに置いた予備機を選んでください。",
                "units of this kind are exchanged on site: choose the spare that took its place"});
    }
    if (failure.spares == 0) {
        return refused("repair/no_spare_left",
            {fmt::format("{}の予備機は残っていません。交換はできません。", failure.unit.model),
                fmt::format("no spare of {} is left: it cannot be exchanged", failure.unit.model)});
    }
    TRY_ASSIGN(const auto spare, device::get_device(reader, failure.profile->id, *body.spare_id));
    return device::check_spare(*failure.profile, failure.unit, spare,
        device::course_of(reader, failure.profile->id, spare.id), body.failed_on);
}

Result<void> put_spare(db::Tx& tx, const Failure& failure, const audit::Cause& cause, const Repair& repair,
    const OpeningIds& ids, LocalDay today)
{
    device::Exchange exchange{.on = repair.failed_on,
        .failed_to = {failure.spot.site, failure.spot.place, Use::repair, {}},
        .request = repair.request,
        .note = repair.symptom};
    TRY(device::take(*failure.profile, exchange, today));
    TRY(device::exchange(
        tx, failure.profile->id, cause, repair.device, *repair.spare, exchange, {ids.failed, ids.spare}));
    return {};
}

// A unit that waits for its repair already stays where it is.
Result<void> take_out_of_service(db::Tx& tx, const Failure& failure, const audit::Cause& cause, const Repair& repair,
    const device::MovementId& id, LocalDay today)
{
    if (failure.spot.use == Use::repair)
        return {};
    device::Move move{.on = repair.failed_on,
        .to = {failure.spot.site, failure.spot.place, Use::repair, {}},
        .cause = device::Cause::repair,
        .request = repair.request,
        .note = repair.symptom};
    TRY(device::take(*failure.profile, move, today));
    TRY(device::move(tx, failure.profile->id, cause, {.id = id, .device = repair.device, .move = std::move(move)}));
    return {};
}

}

Result<http::Created<RepairView>> open_repair(http::Context& context, const OpenRepair& body, const Rooms& rooms)
{
    TRY(check_keeps(context));
    const OpeningIds ids{context.new_id<RepairId>(), context.new_id<StepId>(), context.new_id<device::MovementId>(),
        context.new_id<device::MovementId>()};
    auto opened = context.database().write([&](db::Tx& tx) -> Result<http::Created<RepairView>> {
        const LocalDay today = day_of(context.now());
        const auto cause = audit::cause_of(context);
        TRY_ASSIGN(auto repair,
            open({.id = ids.repair,
                     .contract_id = context.path<ContractId>("contract"),
                     .device = body.device_id,
                     .spare = body.spare_id,
                     .request = body.request_id,
                     .failed_on = body.failed_on,
                     .symptom = body.symptom,
                     .warranty_until = body.warranty_until,
                     .entered_by = context.actor().name,
                     .entered_at = context.now()},
                today));
        TRY_ASSIGN(const auto failure, failure_of(tx, context, body, rooms.profiles));
        TRY(check_spare(tx, failure, body));
        if (!repair.warranty_until)
            repair.warranty_until = device::detail_of(tx, repair.contract_id, failure.unit).warranty_ends_on;
        if (repair.request)
            TRY(work_request::get(tx, work_request::reach_of(context.actor(), repair.contract_id), *repair.request));
        if (!repair.spare && failure.spot.use == Use::repair)
            repair.spare = exchanged_for(tx, repair.contract_id, repair.device);
        TRY_ASSIGN(repair.number, contract::numbered(tx, *failure.profile, "repair", today));
        TRY(insert(tx, cause, repair, failure.unit.number));
        insert_step(tx, repair,
            {.id = ids.step,
                .on = repair.failed_on,
                .person = context.actor().name,
                .place = failure.spot.place,
                .entered_by = context.actor().name,
                .entered_at = context.now()});
        if (body.spare_id)
            TRY(put_spare(tx, failure, cause, repair, ids, today));
        else
            TRY(take_out_of_service(tx, failure, cause, repair, ids.failed, today));
        if (repair.spare)
            TRY(tell_low_stock(tx, *failure.profile, cause, {"repair", repair.id.text}, failure.unit));
        TRY_ASSIGN(const auto listed, get(tx, repair.contract_id, repair.id));
        auto view = view_of(listed, &*failure.profile->repair, true);
        for (const Step& step : steps_of(tx, repair.contract_id, repair.id))
            view.steps.push_back(view_of(step));
        return http::Created<RepairView>{std::move(view), context.request().path + "/" + repair.id.text};
    });
    if (opened)
        rooms.units_moved(context);
    return opened;
}

}
