#include "features/incident/swap_store.hpp"

#include "features/device/movement_store.hpp"
#include "features/device/placement_store.hpp"
#include "features/device/register_store.hpp"
#include "features/device/spare_store.hpp"
#include "features/device/unit_detail_store.hpp"
#include "features/repair/repair_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::incident {
namespace {

std::unexpected<Error> built_upon(const std::string& number, const Text& by)
{
    return fail(ErrorKind::conflict, "incident/swap_built_upon",
        {fmt::format("{}に{}ため、交換を取り消せません。機器台帳で訂正してください。", number, by.ja),
            fmt::format("{} {}: the exchange cannot be taken back; correct the register", number, by.en)});
}

/// The movement of a unit that was written with an exchange.
Result<device::Movement> movement_of(db::Reader& reader, const ContractId& contract, const DeviceId& unit,
    const std::string& number, const StepEntry& entry)
{
    const device::MovementFilter filter{.device = unit.text};
    TRY_ASSIGN(const auto page, device::list_movements(reader, contract, filter, "", 1));
    if (!page.movements.empty() && page.movements.front().movement.act.text == entry.movement)
        return page.movements.front().movement;
    return built_upon(number, {"その後の異動がある", "was moved again"});
}

Result<void> move_back(db::Tx& tx, const contract::Profile& profile, const audit::Cause& cause,
    const device::Movement& before, const device::MovementId& id, const std::string& reason)
{
    device::Move move{.on = before.move.on,
        .to = before.from,
        .cause = device::Cause::correction,
        .request = before.move.request,
        .note = reason,
        .incident = before.move.incident};
    TRY(device::take(profile, move, day_of(cause.now())));
    TRY(device::move(tx, profile.id, cause, {.id = id, .device = before.device, .move = std::move(move)}));
    return {};
}

}

Result<StepEntry> store_swap(db::Tx& tx, const contract::Profile& profile, const audit::Cause& cause,
    const Incident& incident, Swap swap, const device::MovementId& second)
{
    TRY_ASSIGN(const auto failed, device::get_device(tx, profile.id, *swap.entry.failed));
    TRY_ASSIGN(const auto spares, device::spares_for(tx, profile.id, failed, swap.exchange.on));
    const auto detail = device::detail_of(tx, profile.id, failed);
    const SpareStock stock{failed.model, static_cast<int>(spares.size()), detail.warranty_ends_on};
    if (const auto text = shortage(stock, swap.exchange.on))
        return fail(
            ErrorKind::conflict, "incident/no_spare_left", *text, {{"spare_id", "incident/no_spare_left", *text}});
    TRY_ASSIGN(const auto spare, device::get_device(tx, profile.id, *swap.entry.spare));
    TRY(device::check_spare(profile, failed, spare, device::course_of(tx, profile.id, spare.id), swap.exchange.on));
    swap.exchange.incident = device::IncidentName{incident.id.text, incident.case_number};
    TRY(device::take(profile, swap.exchange, day_of(cause.now())));
    const device::MovementId first{swap.entry.movement};
    TRY(device::exchange(tx, profile.id, cause, failed.id, spare.id, swap.exchange, {first, second}));
    swap.entry.failed_number = failed.number;
    swap.entry.spare_number = spare.number;
    insert_step(tx, incident, swap.entry);
    return swap.entry;
}

Result<void> take_swap_back(db::Tx& tx, const contract::Profile& profile, const audit::Cause& cause,
    const Incident& incident, const StepEntry& entry, const std::string& reason, const device::MovementId& first,
    const device::MovementId& second)
{
    const auto repairs = repair::list(tx, profile.id, {.state = "open", .device = entry.failed->text}, "", 1);
    if (!repairs.value().repairs.empty())
        return built_upon(entry.failed_number, {"修理の記録がある", "is in repair"});
    TRY_ASSIGN(const auto failed, movement_of(tx, profile.id, *entry.failed, entry.failed_number, entry));
    TRY_ASSIGN(const auto spare, movement_of(tx, profile.id, *entry.spare, entry.spare_number, entry));
    TRY(move_back(tx, profile, cause, failed, first, reason));
    TRY(move_back(tx, profile, cause, spare, second, reason));
    take_back_step(tx, incident, entry.id, reason);
    return {};
}

}
