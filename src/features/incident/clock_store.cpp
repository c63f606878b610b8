#include "features/incident/clock_store.hpp"

#include "features/calendar/calendar_store.hpp"
#include "features/due/due_store.hpp"
#include "features/support/support_window.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::incident {
namespace {

constexpr std::string_view level_clock = "incident.level.";

bool same(const std::optional<due::NewDue>& was, const std::optional<due::NewDue>& is)
{
    if (!was || !is)
        return !was && !is;
    return was->due_at == is->due_at && was->number == is->number && was->title == is->title;
}

}

std::string clock_kind(const contract::ServiceLevel& level)
{
    return fmt::format("{}{}", level_clock, level.id);
}

std::optional<std::string_view> level_of(std::string_view clock_kind)
{
    if (!clock_kind.starts_with(level_clock))
        return std::nullopt;
    return clock_kind.substr(level_clock.size());
}

std::optional<due::NewDue> awaited(const contract::ServiceLevel& level, const ServiceClock& clock, const Stand& stand)
{
    if (clock.reached || !clock.due)
        return std::nullopt;
    const auto& agreement = stand.timeline.agreement;
    const Incident& incident = stand.listed.incident;
    return due::NewDue{.kind = clock_kind(level),
        .subject = {"incident", incident.id.text},
        .number = incident.case_number,
        .title = fmt::format("{} {} {}", level.label.ja, stand.listed.site_name, incident.intake.phenomenon),
        .side = Side::contractor,
        .starts_at = *clock.from,
        .due_at = level.exception && agreement ? agreement->appointment : *clock.due,
        .guide = level.nature == contract::LevelNature::effort_target};
}

Result<LevelCalendars> LevelCalendars::of(db::Reader& reader, const contract::Profile& profile)
{
    LevelCalendars calendars;
    calendars.profile_ = &profile;
    for (const contract::ServiceLevel& level : profile.service_levels) {
        TRY_ASSIGN(auto calendar, calendar::working_calendar(reader, profile, level.work_class));
        calendars.levels_.push_back({&level, std::move(calendar)});
    }
    return calendars;
}

Result<ServiceClock> LevelCalendars::measure(
    std::size_t place, const Intake& intake, const Timeline& timeline, Instant now) const
{
    const auto& [level, calendar] = levels_.at(place);
    // A fault that nobody ruled on is as grave as it can be.
    std::string severity = intake.severity;
    if (severity.empty() && !level->severities.empty()) {
        const auto known = support::severities(*profile_, intake.device_class);
        severity = known.empty() ? "" : known.front();
    }
    if (!contract::applies(*level, intake.device_class, severity, day_of(timeline.instructed.value_or(now))))
        return ServiceClock{.standing = Standing::not_applied};
    return incident::measure(*level, *calendar, timeline, now);
}

Result<std::vector<LevelClock>> LevelCalendars::measure(
    const Intake& intake, const Timeline& timeline, Instant now) const
{
    std::vector<LevelClock> clocks;
    for (std::size_t place = 0; place < levels_.size(); ++place) {
        TRY_ASSIGN(const auto clock, measure(place, intake, timeline, now));
        const contract::ServiceLevel& level = *levels_[place].level;
        if (clock.standing != Standing::not_applied)
            clocks.push_back({level.id, level.label, level.miss_needs_reason, clock, place});
    }
    return clocks;
}

std::size_t LevelCalendars::find(std::string_view id) const
{
    const auto found = std::ranges::find_if(levels_, [&](const Level& each) { return each.level->id == id; });
    return static_cast<std::size_t>(found - levels_.begin());
}

std::vector<Interval> LevelCalendars::evidence(std::size_t place, const Timeline& timeline, Instant now) const
{
    const Level& each = levels_.at(place);
    return incident::evidence(*each.level, *each.calendar, timeline, now);
}

Pace LevelCalendars::pace(std::size_t place, const ServiceClock& clock, const Timeline& timeline, Instant now) const
{
    return incident::pace(clock, *levels_.at(place).calendar, timeline, now);
}

Result<void> follow(db::Tx& tx, const LevelCalendars& levels, const Stand& before, const Stand& after, Instant now,
    const std::function<DueId()>& new_id)
{
    const ContractId& contract = after.listed.incident.contract_id;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        TRY_ASSIGN(const auto old, levels.measure(i, before.listed.incident.intake, before.timeline, now));
        TRY_ASSIGN(const auto clock, levels.measure(i, after.listed.incident.intake, after.timeline, now));
        const auto was = awaited(levels.level(i), old, before);
        const auto is = awaited(levels.level(i), clock, after);
        if (same(was, is))
            continue;
        if (is)
            due::start(tx, contract, new_id(), *is, levels.calendar(i));
        else if (clock.reached)
            due::stop(tx, contract, was->kind, was->subject, *clock.reached);
        else
            due::cancel(tx, contract, was->kind, was->subject, now);
    }
    return {};
}

}
