#include "features/improvement/draft.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::improvement {
namespace {

std::unexpected<Error> no_finding()
{
    return fail(ErrorKind::not_found, "improvement/no_finding",
        {"この期間の傾向に、そのものはありません。基準日と期間を確かめてください。",
            "the trend of these days shows no such thing: check the reference day and the window"});
}

const trend::Recurrence* find(const trend::Trend& trend, const trend::SubjectKey& key)
{
    const trend::Recurrences& all = trend.recurrences;
    const auto& found = key.subject == trend::Subject::unit ? all.units
        : key.subject == trend::Subject::model              ? all.models
                                                            : all.sites;
    const auto one = std::ranges::find_if(found, [&](const trend::Recurrence& each) {
        return each.id == key.id && (key.subject != trend::Subject::model || each.device_class == key.device_class);
    });
    return one == found.end() ? nullptr : &*one;
}

Ground ground_of(trend::Subject subject)
{
    switch (subject) {
    case trend::Subject::unit:
        return Ground::unit;
    case trend::Subject::model:
        return Ground::model;
    case trend::Subject::site:
        return Ground::site;
    }
    return Ground::other;
}

Text measure_for(Ground ground)
{
    switch (ground) {
    case Ground::unit:
        return {"予備機と交換し、持ち帰った機器で原因の部品を調べる。",
            "Exchange it for a spare and find the part that fails in the unit that was taken back."};
    case Ground::model:
        return {"同じ機種に共通の原因（部品、設定、更新の版）を調べ、予防の交換か設定の変更を行う。",
            "Find what the model has in common (part, setting, edition) and exchange or set it in advance."};
    case Ground::site:
        return {"設置の環境（電源、温度、ほこり、使い方）を訪問で確かめ、使い方の案内を出す。",
            "Look at power, heat, dust and use on a visit, and tell people how to use it."};
    case Ground::estimate:
        return {"件数の多い原因から予防の作業を行い、次の年度の見込みの回数を見直す。",
            "Prevent the most frequent causes, and look at the estimate of the next year anew."};
    case Ground::other:
        break;
    }
    return {};
}

const Text count_again{
    "対策のあと、同じ日数の件数を比べて確かめる。", "Compare the faults of as many days before and after it."};

std::string name_in_title(const trend::Recurrence& found)
{
    if (found.subject == trend::Subject::unit && !found.model.empty())
        return fmt::format("{}（{}）", found.name, found.model);
    return found.name;
}

Text interval_text(const trend::Recurrence& found)
{
    if (!found.interval_days)
        return {};
    return {fmt::format("障害の間隔の中央値は{:g}日。", *found.interval_days),
        fmt::format(" The median interval is {:g} days.", *found.interval_days)};
}

}

Result<Draft> draft_from(const trend::Trend& trend, const trend::SubjectKey& key, int months)
{
    const trend::Recurrence* found = find(trend, key);
    if (found == nullptr)
        return no_finding();
    const Ground ground = ground_of(key.subject);
    const Text finding = trend::sentence(*found);
    const Text interval = interval_text(*found);
    const std::string from = to_text(trend.window.first);
    const std::string until = to_text(trend.window.last);
    return Draft{.basis = {.ground = ground,
                     .id = found->id,
                     .name = found->name,
                     .device_class = found->device_class,
                     .on = trend.window.last,
                     .months = months,
                     .finding = finding},
        .title = {fmt::format("{}の障害の繰り返しへの対策", name_in_title(*found)),
            fmt::format("Repeated faults of {}", found->name)},
        .problem = {fmt::format("{}から{}まで。{}{}", from, until, finding.ja, interval.ja),
            fmt::format("{} to {}. {}{}", from, until, finding.en, interval.en)},
        .measure = measure_for(ground),
        .aim = count_again};
}

Result<Draft> draft_from(const trend::Trend& trend, const std::string& quota, int months)
{
    const auto found = std::ranges::find(trend.burn_ups, quota, &trend::BurnUp::quota);
    if (found == trend.burn_ups.end())
        return no_finding();
    const Text finding = trend::sentence(*found);
    const std::string until = to_text(trend.window.last);
    return Draft{.basis = {.ground = Ground::estimate,
                     .id = quota,
                     .name = found->label.ja,
                     .on = trend.window.last,
                     .months = months,
                     .finding = finding},
        .title = {fmt::format("{}の件数を減らす対策", found->label.ja), fmt::format("Fewer of: {}", found->label.en)},
        .problem = {fmt::format("{}まで。{}", until, finding.ja), fmt::format("Until {}. {}", until, finding.en)},
        .measure = measure_for(Ground::estimate),
        .aim = count_again};
}

}
