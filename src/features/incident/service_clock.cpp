#include "features/incident/service_clock.hpp"

#include "core/calendar_explanation.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::incident {
namespace {

using contract::Moment;
using contract::ServiceLevel;

struct Stretch {
    Instant from;
    Instant to;
};

const std::optional<Instant>& moment(const Timeline& timeline, Moment which)
{
    switch (which) {
    case Moment::city_instruction:
        return timeline.instructed;
    case Moment::site_contact_start:
        return timeline.contacted;
    case Moment::arrival:
        return timeline.arrived;
    case Moment::work_start:
        return timeline.started ? timeline.started : timeline.arrived;
    case Moment::restored:
        return timeline.restored;
    }
    return timeline.instructed;
}

bool is_on_site(Moment which)
{
    return which == Moment::arrival || which == Moment::work_start;
}

/// Where the clock stops: at its moment, or, with a visit decided and never begun, when it was restored.
std::optional<Instant> reached_at(const ServiceLevel& level, const Timeline& timeline)
{
    const auto& reached = moment(timeline, level.to);
    return !reached && is_on_site(level.to) ? timeline.restored : reached;
}

/// What of [from, to) no wait covers.
std::vector<Stretch> without_waits(const Timeline& timeline, Instant from, Instant to)
{
    std::vector<Stretch> left;
    for (const Wait& wait : timeline.waits) {
        if (wait.from >= to)
            break;
        if (from < wait.from)
            left.push_back({from, wait.from});
        from = std::max(from, wait.until.value_or(to));
    }
    if (from < to)
        left.push_back({from, to});
    return left;
}

std::chrono::seconds counted(const WorkingCalendar& calendar, const Timeline& timeline, Instant from, Instant to)
{
    std::chrono::seconds sum{};
    for (const Stretch& stretch : without_waits(timeline, from, to))
        sum += calendar.service_time_between(stretch.from, stretch.to);
    return sum;
}

/// The moment at which so much service has passed; like add_service_time, to the second.
Result<TimeAnswer> after_service(const WorkingCalendar& calendar, Instant from, std::chrono::seconds service)
{
    TRY_ASSIGN(
        const TimeAnswer rounded, calendar.add_service_time(from, std::chrono::ceil<std::chrono::minutes>(service)));
    for (const auto& span : calendar.service_spans(from, rounded.at)) {
        const Instant opens = std::max(span.opens, from);
        if (service <= span.closes - opens)
            return TimeAnswer{opens + service, rounded.forecast};
        service -= span.closes - opens;
    }
    return rounded;
}

/// When the hours of service of a day end.
Instant closing(const WorkingCalendar& calendar, LocalDay day)
{
    const Instant begins = instant(LocalTime{day});
    const Instant ends = instant(LocalTime{day + std::chrono::days{1}});
    const auto spans = calendar.service_spans(begins, ends);
    return spans.empty() ? ends : std::min(spans.back().closes, ends);
}

/// How much service a level allows a clock that begins here; none without a target.
Result<std::chrono::seconds> allowed(const ServiceLevel& level, const WorkingCalendar& calendar, Instant from)
{
    if (level.by_day.empty())
        return std::chrono::minutes{level.minutes};
    TRY_ASSIGN(const TimeAnswer begins, calendar.next_service(from));
    const LocalTime time = local_time(begins.at);
    const LocalDay day = day_of(begins.at);
    const auto row = std::ranges::find_if(
        level.by_day, [&](const contract::DayTarget& each) { return !each.before || time - day < *each.before; });
    if (row == level.by_day.end())
        return std::chrono::seconds{};
    TRY_ASSIGN(const DayAnswer last, calendar.add_open_days(day, row->open_days));
    const Instant due = row->at ? instant(LocalTime{last.day} + *row->at) : closing(calendar, last.day);
    return calendar.service_time_between(begins.at, due);
}

/// The last moment in time; none while a wait goes on before it. What waits once it is reached moves nothing.
Result<std::optional<TimeAnswer>> due_of(std::chrono::seconds left, const WorkingCalendar& calendar,
    const Timeline& timeline, Instant from, const std::optional<Instant>& reached)
{
    for (const Wait& wait : timeline.waits) {
        if (wait.until && *wait.until <= from)
            continue;
        if (reached && wait.from >= *reached)
            break;
        const auto passed = calendar.service_time_between(from, wait.from);
        if (passed >= left)
            break;
        if (!wait.until)
            return std::nullopt;
        left -= passed;
        from = std::max(from, *wait.until);
    }
    TRY_ASSIGN(const TimeAnswer due, after_service(calendar, from, left));
    return due;
}

Standing standing(const ServiceLevel& level, const ServiceClock& clock, const Timeline& timeline, Instant now)
{
    if (clock.due && clock.reached.value_or(now) > *clock.due)
        return timeline.agreement && level.exception ? Standing::agreed : Standing::missed;
    if (clock.reached)
        return contract::has_target(level) ? Standing::met : Standing::measured;
    return waits_now(timeline) ? Standing::waiting : Standing::running;
}

Text closed_reason(const WorkingCalendar& calendar, Instant from, Instant to)
{
    Text reason{"業務時間外", "Outside the hours of service"};
    const Text days = closure_text(calendar, day_of(from), day_of(to - std::chrono::seconds{1}));
    if (!days.ja.empty()) {
        reason.ja += "。" + days.ja;
        reason.en += ". " + days.en;
    }
    return reason;
}

Text wait_reason(const Wait& wait)
{
    return {fmt::format("{}（同意：{}）", wait.reason, wait.agreed_by),
        fmt::format("{} (agreed by {})", wait.reason, wait.agreed_by)};
}

/// Splits a stretch without wait into what counts and what does not.
void add_counted(std::vector<Interval>& intervals, const WorkingCalendar& calendar, const Stretch& stretch)
{
    Instant at = stretch.from;
    const auto add_closed = [&](Instant to) {
        if (at < to)
            intervals.push_back({IntervalKind::closed, at, to, closed_reason(calendar, at, to)});
    };
    for (const auto& span : calendar.service_spans(stretch.from, stretch.to)) {
        const Instant opens = std::max(span.opens, stretch.from);
        const Instant closes = std::min(span.closes, stretch.to);
        add_closed(opens);
        intervals.push_back({IntervalKind::running, opens, closes, {}});
        at = closes;
    }
    add_closed(stretch.to);
}

}

Result<ServiceClock> measure(
    const ServiceLevel& level, const WorkingCalendar& calendar, const Timeline& timeline, Instant now)
{
    ServiceClock clock{.from = moment(timeline, level.from)};
    clock.allowed = std::chrono::minutes{level.minutes};
    if (!clock.from)
        return clock;
    clock.reached = reached_at(level, timeline);
    if (clock.reached && !timeline.visit_decided && !moment(timeline, level.to)) {
        clock.reached = std::nullopt;
        clock.standing = Standing::not_needed;
        return clock;
    }
    clock.by_arrival = level.to == Moment::work_start && timeline.arrived && !timeline.started;
    TRY_ASSIGN(clock.allowed, allowed(level, calendar, *clock.from));
    if (contract::has_target(level)) {
        TRY_ASSIGN(const auto due, due_of(clock.allowed, calendar, timeline, *clock.from, clock.reached));
        if (due) {
            clock.due = due->at;
            clock.forecast = due->forecast;
        }
    }
    clock.used = counted(calendar, timeline, *clock.from, clock.reached.value_or(now));
    clock.standing = standing(level, clock, timeline, now);
    return clock;
}

Pace pace(const ServiceClock& clock, const WorkingCalendar& calendar, const Timeline& timeline, Instant now)
{
    if (!clock.from || clock.reached || clock.standing == Standing::not_needed || waits_now(timeline))
        return {};
    if (!calendar.has_service_hours())
        return {};
    const auto spans = calendar.service_spans(now, now + std::chrono::seconds{1});
    if (!spans.empty())
        return {true, spans.front().closes};
    const auto opens = calendar.next_service(now);
    return opens ? Pace{false, opens->at} : Pace{};
}

std::vector<Interval> evidence(
    const ServiceLevel& level, const WorkingCalendar& calendar, const Timeline& timeline, Instant now)
{
    std::vector<Interval> intervals;
    const auto from = moment(timeline, level.from);
    if (!from)
        return intervals;
    const Instant end = reached_at(level, timeline).value_or(now);
    Instant at = *from;
    const auto add_waits = [&](Instant to) {
        for (const Wait& wait : timeline.waits) {
            const Instant begins = std::max(wait.from, at);
            const Instant ends = std::min(wait.until.value_or(to), to);
            if (begins < ends)
                intervals.push_back({IntervalKind::waiting, begins, ends, wait_reason(wait)});
        }
    };
    for (const Stretch& stretch : without_waits(timeline, *from, end)) {
        add_waits(stretch.from);
        add_counted(intervals, calendar, stretch);
        at = stretch.to;
    }
    add_waits(end);
    return intervals;
}

}
