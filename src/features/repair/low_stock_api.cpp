#include "features/repair/low_stock_api.hpp"

#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/device/register_store.hpp"
#include "features/repair/stock_store.hpp"
#include "features/repair/view_api.hpp"

#include <algorithm>

namespace hoshuban::repair {

Result<std::optional<device::SparesLow>> tell_low_stock(db::Tx& tx, const contract::Profile& profile,
    const audit::Cause& cause, audit::Subject subject, const contract::Device& unit)
{
    std::optional<device::SparesLow> low;
    if (!profile.repair)
        return low;
    const LocalDay today = day_of(cause.now());
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(tx, profile));
    const auto stock = stock_of(tx, profile, today);
    const auto model = std::ranges::find_if(stock,
        [&](const ModelStock& each) { return each.device_class == unit.device_class && each.model == unit.model; });
    if (model == stock.end())
        return low;
    const ModelStockView view = view_of(*model, profile, *calendar, today, profile.repair->warn_days);
    if (view.state == StockState::fine)
        return low;
    low = {view.model, view.spares, view.runs_out_on};
    audit::Entry entry = audit::entry(cause, profile.id, "repair.spares_low", std::move(subject));
    audit::put_change(entry, {},
        {{"model", low->model}, {"spares", std::to_string(low->spares)},
            {"runs_out_on", low->runs_out_on ? to_text(*low->runs_out_on) : ""}});
    audit::record(tx, entry);
    return low;
}

Result<std::optional<device::SparesLow>> tell_spare_taken(
    db::Tx& tx, const contract::Profile& profile, const audit::Cause& cause, const DeviceId& spare)
{
    TRY_ASSIGN(const auto unit, device::get_device(tx, profile.id, spare));
    return tell_low_stock(tx, profile, cause, {"device", spare.text}, unit);
}

}
