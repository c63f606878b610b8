#include "features/trend/burn_up.hpp"

#include "features/trend/chance.hpp"
#include "features/trend/recurrence.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace hoshuban::trend {
namespace {

constexpr double band_below = 0.1;
constexpr double band_above = 0.9;

std::vector<MonthOfRuns> by_month(DayRange period, LocalDay on, std::span<const LocalDay> days)
{
    std::map<std::chrono::year_month, int> runs;
    for (const LocalDay day : days)
        ++runs[month_of(day)];
    std::vector<MonthOfRuns> months;
    int together = 0;
    const auto last = month_of(std::min(on, period.last));
    for (auto month = month_of(period.first); month <= last; month += std::chrono::months{1}) {
        together += runs[month];
        months.push_back({month, runs[month], together});
    }
    return months;
}

Outlook outlook_of(const BurnUp& burn_up)
{
    const Spread ahead = Spread::after(burn_up.used, burn_up.past_days, burn_up.days_ahead);
    return {burn_up.used + ahead.quantile(band_below), burn_up.used + ahead.quantile(0.5),
        burn_up.used + ahead.quantile(band_above),
        burn_up.used > burn_up.limit ? 1.0 : ahead.at_least(burn_up.limit - burn_up.used + 1)};
}

Standing standing_of(const BurnUp& burn_up)
{
    if (burn_up.past_days <= 0)
        return Standing::not_begun;
    if (burn_up.used > burn_up.limit)
        return Standing::passed;
    if (burn_up.outlook.middle > burn_up.limit)
        return Standing::will_pass;
    return burn_up.outlook.high > burn_up.limit ? Standing::may_pass : Standing::within;
}

BurnUp burn_up_of(
    const contract::Profile& profile, const contract::Quota& quota, std::span<const LocalDay> days, LocalDay on)
{
    const DayRange period = profile.period;
    const auto past = (std::min(on, period.last) - period.first).count() + 1;
    BurnUp found{.quota = quota.id,
        .label = quota.label,
        .unit = quota.unit,
        .clause = quota.clause,
        .limit = quota.limit,
        .used = static_cast<int>(days.size()),
        .past_days = static_cast<int>(std::max(past, decltype(past){0}))};
    found.days_ahead = static_cast<int>((period.last - period.first).count()) + 1 - found.past_days;
    found.months = by_month(period, on, days);
    if (found.past_days > 0)
        found.outlook = outlook_of(found);
    found.standing = standing_of(found);
    return found;
}

}

std::set<std::string> classes_of(const contract::Profile& profile, const std::string& quota)
{
    std::set<std::string> classes;
    for (const contract::WorkType& type : profile.work_types) {
        if (std::ranges::find(type.quotas, quota) != type.quotas.end())
            classes.insert(type.incident_classes.begin(), type.incident_classes.end());
    }
    return classes;
}

std::vector<BurnUp> burn_ups(const contract::Profile& profile, std::span<const Recovery> recoveries, LocalDay on)
{
    std::vector<BurnUp> found;
    for (const contract::Quota& quota : profile.quotas) {
        const auto classes = classes_of(profile, quota.id);
        if (quota.kind != contract::QuotaKind::estimate || classes.empty())
            continue;
        std::vector<LocalDay> days;
        for (const Recovery& each : recoveries) {
            if (classes.contains(each.device_class) && profile.period.first <= each.on && each.on <= on)
                days.push_back(each.on);
        }
        found.push_back(burn_up_of(profile, quota, days, on));
    }
    return found;
}

Text sentence(const BurnUp& burn_up)
{
    const std::string& ja = burn_up.unit.ja;
    const std::string& en = burn_up.unit.en;
    const Text so_far{fmt::format("見込み{}{}に対して{}{}。", burn_up.limit, ja, burn_up.used, ja),
        fmt::format("{} of an estimate of {} {}.", burn_up.used, burn_up.limit, en)};
    if (burn_up.standing == Standing::not_begun)
        return {"契約期間がまだ始まっていません。", "The contract has not begun."};
    if (burn_up.standing == Standing::passed || burn_up.days_ahead == 0)
        return so_far;
    const Text chance = percent(burn_up.outlook.passes);
    return {fmt::format("{}これまでの割合が続けば、期末に{}{}（80 %の幅 {}～{}）。見込みを超える確率は{}。", so_far.ja,
                burn_up.outlook.middle, ja, burn_up.outlook.low, burn_up.outlook.high, chance.ja),
        fmt::format("{} At this rate {} by the end (80 % band {}-{}); it passes the estimate with a probability of {}.",
            so_far.en, burn_up.outlook.middle, burn_up.outlook.low, burn_up.outlook.high, chance.en)};
}

}
