#include "features/contract/site_fact.hpp"

#include <algorithm>

namespace hoshuban::contract {
namespace {

constexpr LocalDay before_all = make_day(1, 1, 1);
constexpr LocalDay after_all = make_day(9999, 12, 31);
constexpr std::chrono::days one_day{1};

}

const SiteFact* on(std::span<const SiteFact> facts, LocalDay day)
{
    const auto next = std::ranges::upper_bound(facts, day, {}, &SiteFact::from);
    return next == facts.begin() ? nullptr : &*std::prev(next);
}

std::vector<DayRange> closed_days(std::span<const SiteFact> facts)
{
    std::vector<DayRange> closed;
    if (!facts.empty())
        closed.push_back({before_all, facts.front().from - one_day});
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (!facts[i].open)
            closed.push_back({facts[i].from, i + 1 < facts.size() ? facts[i + 1].from - one_day : after_all});
    }
    return closed;
}

bool is_open(const Site& site, LocalDay day)
{
    return std::ranges::none_of(
        site.closed, [&](const DayRange& range) { return range.first <= day && day <= range.last; });
}

}
