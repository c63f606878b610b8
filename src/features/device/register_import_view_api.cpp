#include "features/device/register_import_view_api.hpp"

namespace hoshuban::device {
namespace {

constexpr std::size_t most_left_out = 1'000;

}

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
    for (const LeftOut& each : plan.left_out) {
        if (view.left_out.size() == most_left_out)
            break;
        const Unit& unit = *each.unit;
        view.left_out.push_back({unit.device.id, unit.device.number, unit.device.model, unit.device.division,
            unit.site_name, unit.placement.spot.use, each.chosen});
    }
    return view;
}

}
