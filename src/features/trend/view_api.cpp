#include "features/trend/view_api.hpp"

#include <algorithm>
#include <span>

namespace hoshuban::trend {
namespace {

constexpr std::size_t most_shown = 100;

std::string text_of(std::chrono::year_month month)
{
    return to_text(first_day_of(month)).substr(0, 7);
}

Text class_label(const contract::Profile& profile, const std::string& id)
{
    const auto found = std::ranges::find(profile.device_classes, id, &contract::DeviceClass::id);
    return found == profile.device_classes.end() ? Text{id, id} : found->label;
}

RecurrenceView view_of_one(const contract::Profile& profile, const Recurrence& found)
{
    return {.subject = found.subject,
        .id = found.id,
        .name = found.name,
        .device_class = found.device_class,
        .class_label = class_label(profile, found.device_class),
        .model = found.model,
        .site_name = found.site_name,
        .faults = found.faults,
        .unit_days = found.unit_days,
        .expected = found.expected,
        .chance = found.chance,
        .corrected = found.corrected,
        .interval_days = found.interval_days,
        .last_on = found.last_on,
        .verdict = found.verdict,
        .sentence = sentence(found)};
}

std::vector<RecurrenceView> first_of(const contract::Profile& profile, std::span<const Recurrence> found)
{
    std::vector<RecurrenceView> views;
    for (const Recurrence& each : found.first(std::min(found.size(), most_shown)))
        views.push_back(view_of_one(profile, each));
    return views;
}

BurnUpView view_of_one(const contract::Profile& profile, const BurnUp& burn_up)
{
    BurnUpView view{.quota = burn_up.quota,
        .label = burn_up.label,
        .unit = burn_up.unit,
        .clause = burn_up.clause,
        .limit = burn_up.limit,
        .used = burn_up.used,
        .low = burn_up.outlook.low,
        .middle = burn_up.outlook.middle,
        .high = burn_up.outlook.high,
        .passes = burn_up.outlook.passes,
        .standing = burn_up.standing,
        .sentence = sentence(burn_up)};
    for (const MonthOfRuns& month : burn_up.months)
        view.months.push_back({text_of(month.month), month.runs, month.together});
    auto month =
        burn_up.months.empty() ? month_of(profile.period.first) : burn_up.months.back().month + std::chrono::months{1};
    for (; month <= month_of(profile.period.last); month += std::chrono::months{1})
        view.months_ahead.push_back(text_of(month));
    return view;
}

}

TrendView view_of(const contract::Profile& profile, const Trend& trend, int months)
{
    const Recurrences& found = trend.recurrences;
    TrendView view{.on = trend.window.last,
        .months = months,
        .from = trend.window.first,
        .until = trend.window.last,
        .counted = found.counted,
        .left_out = found.left_out,
        .unit_days = found.unit_days,
        .units = first_of(profile, found.units),
        .units_in_all = static_cast<int>(found.units.size()),
        .models = first_of(profile, found.models),
        .models_in_all = static_cast<int>(found.models.size()),
        .sites = first_of(profile, found.sites),
        .sites_in_all = static_cast<int>(found.sites.size())};
    for (const BurnUp& each : trend.burn_ups)
        view.estimates.push_back(view_of_one(profile, each));
    return view;
}

}
