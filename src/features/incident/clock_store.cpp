#include "features/incident/clock_store.hpp"

#include "features/calendar/calendar_store.hpp"

#include <algorithm>

namespace hoshuban::incident {

Result<LevelCalendars> LevelCalendars::of(db::Reader& reader, const contract::Profile& profile)
{
    LevelCalendars calendars;
    for (const contract::ServiceLevel& level : profile.service_levels) {
        TRY_ASSIGN(auto calendar, calendar::working_calendar(reader, profile, level.work_class));
        calendars.levels_.push_back({&level, std::move(calendar)});
    }
    return calendars;
}

Result<std::vector<LevelClock>> LevelCalendars::measure(const Timeline& timeline, Instant now) const
{
    std::vector<LevelClock> clocks;
    for (const auto& [level, calendar] : levels_) {
        TRY_ASSIGN(const auto clock, incident::measure(*level, *calendar, timeline, now));
        clocks.push_back({level->id, level->label, level->miss_needs_reason, clock});
    }
    return clocks;
}

std::size_t LevelCalendars::find(const std::string& id) const
{
    const auto found = std::ranges::find_if(levels_, [&](const Level& each) { return each.level->id == id; });
    return static_cast<std::size_t>(found - levels_.begin());
}

std::vector<Interval> LevelCalendars::evidence(std::size_t place, const Timeline& timeline, Instant now) const
{
    const Level& each = levels_.at(place);
    return incident::evidence(*each.level, *each.calendar, timeline, now);
}

}
