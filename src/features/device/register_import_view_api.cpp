#include "features/device/register_import_view_api.hpp"

#include "core/cursor.hpp"

#include <algorithm>

namespace hoshuban::device {
RegisterImportView view_of(const RegisterImport& import, const std::string& preview, const RegisterPlan& plan)
{
    RegisterImportView view{.on = import.on,
        .cause = import.cause,
        .preview = preview,
        .plan = sheet::preview_of(plan, [](LedgerColumn column) { return label_of(column); }),
        .unknown_sites = {}};
    view.plan.id = import.id;
    view.plan.name = import.name;
    view.plan.saved = import.saved_at.has_value();
    for (const PlannedUnit& row : plan.rows) {
        view.taken += row.saved && row.saved->takes_placeholder() ? 1 : 0;
        view.moves += row.saved && row.saved->before && row.saved->move ? 1 : 0;
    }
    for (const ChangedMeanwhile& each : plan.conflicts) {
        view.conflicts.push_back(
            {each.unit, each.number, each.row, each.since, each.listed, each.present, each.chosen});
        view.conflicts_open += each.chosen ? 0 : 1;
    }
    view.left_out_units = static_cast<int>(plan.left_out.size());
    LeftOutPage first = left_out_page(plan, preview, 0, first_left_out);
    view.left_out = std::move(first.items);
    view.left_out_next = std::move(first.next_cursor);
    return view;
}

LeftOutPage left_out_page(const RegisterPlan& plan, const std::string& preview, std::size_t from, std::size_t limit)
{
    LeftOutPage page;
    const std::size_t end = std::min(plan.left_out.size(), from + limit);
    for (std::size_t i = from; i < end; ++i) {
        const LeftOut& each = plan.left_out[i];
        const Unit& unit = *each.unit;
        page.items.push_back({unit.device.id, unit.device.number, unit.device.model, unit.device.division,
            unit.site_name, unit.placement.spot.use, each.chosen});
    }
    if (end < plan.left_out.size())
        page.next_cursor = cursor_of({preview, std::to_string(end)});
    return page;
}

}
