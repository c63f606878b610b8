#include "features/repair/view_api.hpp"

#include <algorithm>

namespace hoshuban::repair {
namespace {

const contract::RepairRule no_rule{};

StockState state_of(const ModelStockView& view, LocalDay today, int warn_days)
{
    if (view.spares == 0)
        return view.swaps + view.in_chain > 0 ? StockState::none : StockState::unkept;
    return view.runs_out_on && *view.runs_out_on <= today + std::chrono::days{warn_days} ? StockState::low
                                                                                         : StockState::fine;
}

}

StepView view_of(const Step& step)
{
    return {.id = step.id,
        .act = step.act,
        .on = step.on,
        .person = step.person,
        .place = step.place,
        .finding = step.finding,
        .detail = step.detail,
        .attendee = step.attendee,
        .reason = step.reason,
        .certificate_id = step.certificate,
        .entered_by = step.entered_by,
        .entered_at = step.entered_at};
}

RepairView view_of(const Listed& listed, const contract::RepairTerms* terms, bool may_keep)
{
    const Repair& repair = listed.repair;
    const contract::RepairRule* found =
        terms == nullptr ? nullptr : contract::repair_rule(*terms, listed.device_class, listed.model);
    const contract::RepairRule& rule = found == nullptr ? no_rule : *found;
    return {.id = repair.id,
        .number = repair.number,
        .device_id = repair.device,
        .device_number = listed.device_number,
        .device_class = listed.device_class,
        .kind = listed.kind,
        .model = listed.model,
        .division = listed.division,
        .spare_id = repair.spare,
        .spare_number = listed.spare_number,
        .request_id = repair.request,
        .request_number = listed.request_number,
        .state = repair.state,
        .closed = is_closed(repair.state),
        .failed_on = repair.failed_on,
        .last_on = repair.last_on,
        .symptom = repair.symptom,
        .warranty_until = repair.warranty_until,
        .in_warranty = in_warranty(repair),
        .drive = rule.drive,
        .needs_certificate = rule.certificate,
        .needs_settings = waits_for_settings(repair, rule),
        .place = terms == nullptr ? Text{} : terms->place,
        .entered_by = repair.entered_by,
        .entered_at = repair.entered_at,
        .acts = may_keep ? possible_acts(repair, rule) : std::vector<Act>{},
        .steps = {},
        .may_keep = may_keep,
        .version = repair.version};
}

ModelStockView view_of(const ModelStock& stock, const contract::Profile& profile, const WorkingCalendar& calendar,
    LocalDay today, int warn_days)
{
    const auto device_class = std::ranges::find(profile.device_classes, stock.device_class, &contract::DeviceClass::id);
    ModelStockView view{.device_class = stock.device_class,
        .class_label = device_class == profile.device_classes.end() ? Text{stock.device_class, stock.device_class}
                                                                    : device_class->label,
        .model = stock.model,
        .in_service = stock.in_service,
        .spares = stock.spares,
        .in_chain = stock.in_chain,
        .swaps = stock.swaps,
        .runs_out_on = {},
        .state = StockState::fine,
        .sites = {},
        .months = {}};
    for (const SpareSite& each : stock.sites)
        view.sites.push_back({each.site_name, each.place, each.units});
    for (const MonthOfSwaps& each : stock.months)
        view.months.push_back({to_text(each.month).substr(0, 7), each.swaps});
    const int days = calendar.open_days_between(std::max(stock.months.front().month, profile.period.first), today);
    if (const auto left = open_days_left(stock.spares, stock.swaps, days)) {
        if (const auto day = calendar.add_open_days(today, *left))
            view.runs_out_on = day->day;
    }
    view.state = state_of(view, today, warn_days);
    return view;
}

}
