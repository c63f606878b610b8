#include "features/incident/achievement.hpp"

#include "core/calendar_day.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace hoshuban::incident {
namespace {

std::string name_in(const Listed& listed, Grouping grouping)
{
    switch (grouping) {
    case Grouping::device_class:
        return listed.incident.intake.device_class;
    case Grouping::site:
        return listed.site_name;
    case Grouping::model:
        return listed.device_model;
    case Grouping::cause:
        return listed.incident.outcome.cause;
    }
    return {};
}

auto key_of(const KeptClock& clock)
{
    return std::tie(clock.incident.text, clock.level);
}

}

std::optional<int> LevelTally::permille() const
{
    if (met + missed == 0)
        return std::nullopt;
    return met * 1000 / (met + missed);
}

std::vector<LevelRow> month_rows(std::span<const contract::ServiceLevel> levels)
{
    std::vector<LevelRow> rows;
    for (std::size_t place = 0; place < levels.size(); ++place)
        rows.push_back({place, levels[place].maker_apart ? Dispatch::own : Dispatch::any});
    return rows;
}

std::vector<LevelRow> month_rows_apart(std::span<const contract::ServiceLevel> levels)
{
    std::vector<LevelRow> rows;
    for (std::size_t place = 0; place < levels.size(); ++place) {
        if (levels[place].maker_apart)
            rows.push_back({place, Dispatch::maker});
    }
    return rows;
}

Text label(const LevelRow& row, const contract::ServiceLevel& level)
{
    if (row.dispatch != Dispatch::maker)
        return level.label;
    return {level.label.ja + "（メーカー手配）", level.label.en + " (maker sent)"};
}

LevelTally tally(std::span<const Counted> cases, const LevelRow& row, const std::string& level_id)
{
    LevelTally sum;
    for (const Counted& each : cases) {
        if (row.dispatch != Dispatch::any && each.by_maker != (row.dispatch == Dispatch::maker))
            continue;
        const ServiceClock& clock = each.clocks.at(row.level);
        switch (clock.standing) {
        case Standing::met:
            ++sum.met;
            break;
        case Standing::missed:
            ++sum.missed;
            sum.unexplained += each.listed.incident.outcome.miss_reasons.contains(level_id) ? 0 : 1;
            break;
        case Standing::agreed:
            ++sum.agreed;
            break;
        case Standing::not_needed:
            ++sum.not_needed;
            break;
        case Standing::measured:
            ++sum.measured;
            break;
        case Standing::not_applied:
            break;
        case Standing::not_begun:
        case Standing::running:
        case Standing::waiting:
            ++sum.open;
            break;
        }
        if (clock.reached && clock.standing != Standing::not_needed)
            sum.used += clock.used;
    }
    return sum;
}

std::vector<GroupTally> group_by(std::span<const Counted> cases, Grouping grouping, std::size_t levels)
{
    std::map<std::string, GroupTally> groups;
    for (const Counted& each : cases) {
        const std::string name = name_in(each.listed, grouping);
        GroupTally& group =
            groups.try_emplace(name, GroupTally{.name = name, .missed = std::vector<int>(levels)}).first->second;
        ++group.incidents;
        group.work_minutes += each.work_minutes;
        for (std::size_t i = 0; i < levels; ++i)
            group.missed[i] += each.clocks.at(i).standing == Standing::missed ? 1 : 0;
        if (each.restored) {
            ++group.restored;
            group.elapsed += *each.restored - each.instructed;
        }
    }
    std::vector<GroupTally> sorted;
    for (auto& [name, group] : groups)
        sorted.push_back(std::move(group));
    std::ranges::stable_sort(sorted, std::ranges::greater{}, &GroupTally::incidents);
    return sorted;
}

std::vector<KeptClock> kept_clocks(std::span<const Counted> cases, std::span<const std::string> level_ids)
{
    std::vector<KeptClock> clocks;
    for (const Counted& each : cases) {
        for (std::size_t i = 0; i < level_ids.size(); ++i) {
            const ServiceClock& clock = each.clocks.at(i);
            if (clock.standing != Standing::not_applied)
                clocks.push_back({each.listed.incident.id, level_ids[i], clock.standing, clock.used});
        }
    }
    return clocks;
}

std::vector<Difference> differences(std::span<const KeptClock> was, std::span<const KeptClock> is)
{
    const auto sorted = [](std::span<const KeptClock> clocks) {
        std::vector<KeptClock> copy(clocks.begin(), clocks.end());
        std::ranges::sort(copy, {}, key_of);
        return copy;
    };
    const auto before = sorted(was);
    const auto after = sorted(is);
    std::vector<Difference> found;
    for (auto a = before.begin(), b = after.begin(); a != before.end() || b != after.end();) {
        if (b == after.end() || (a != before.end() && key_of(*a) < key_of(*b))) {
            found.push_back({a->incident, a->level, *a, std::nullopt});
            ++a;
        } else if (a == before.end() || key_of(*b) < key_of(*a)) {
            found.push_back({b->incident, b->level, std::nullopt, *b});
            ++b;
        } else {
            if (*a != *b)
                found.push_back({a->incident, a->level, *a, *b});
            ++a;
            ++b;
        }
    }
    return found;
}

std::string month_text(std::chrono::year_month month)
{
    return to_text(first_day_of(month)).substr(0, 7);
}

Result<std::chrono::year_month> parse_month(std::string_view text)
{
    const auto day = parse_day(std::string{text} + "-01");
    if (text.size() == 7 && day)
        return month_of(*day);
    const Text why{"月は 2026-01 の形で書いてください。", "write the month as 2026-01"};
    return fail(ErrorKind::invalid, "incident/no_month", why, {{"month", "incident/no_month", why}});
}

}
