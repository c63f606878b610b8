#include "features/notice/choice.hpp"

#include <algorithm>

namespace hoshuban::notice {
namespace {

using Row = std::map<Group, Way>;

// Who has to act, and on what.
constexpr Group acted_on_by_city[] = {Group::approval, Group::question, Group::schedule, Group::start, Group::incident,
    Group::security, Group::due, Group::system};
constexpr Group acted_on_by_contractor[] = {Group::request, Group::approval, Group::question, Group::procedure,
    Group::schedule, Group::start, Group::people, Group::incident, Group::security, Group::due};
constexpr Group acted_on_by_site[] = {Group::schedule, Group::approval, Group::start, Group::incident, Group::security};

Row row(std::span<const Group> at_once, Way otherwise)
{
    Row ways;
    for (const auto& [group, name] : names_of(static_cast<const Group*>(nullptr)))
        ways[group] = std::ranges::find(at_once, group) != at_once.end() ? Way::mail : otherwise;
    return ways;
}

Row row_of(Role role)
{
    switch (role) {
    case Role::city_section:
        return row(acted_on_by_city, Way::digest);
    case Role::responsible:
        return row(acted_on_by_contractor, Way::digest);
    case Role::site_contact:
        return row(acted_on_by_site, Way::digest);
    case Role::security_officer: {
        static constexpr Group groups[] = {Group::security};
        return row(groups, Way::digest);
    }
    case Role::worker: {
        static constexpr Group groups[] = {Group::start, Group::incident, Group::security, Group::due};
        return row(groups, Way::digest);
    }
    case Role::city_division:
        return row({}, Way::digest);
    case Role::auditor:
        return row({}, Way::screen);
    }
    return {};
}

int strength(Way way)
{
    return way == Way::mail ? 2 : way == Way::digest ? 1 : 0;
}

std::optional<Instant> next_digest(std::chrono::minutes time, Instant now, const WorkingCalendar& calendar)
{
    const LocalDay today = day_of(now);
    const auto moment = [&](LocalDay day) { return instant(LocalTime{day} + time); };
    if (calendar.is_open(today) && moment(today) > now)
        return moment(today);
    const auto next = calendar.next_open_day(today);
    return next ? std::optional{moment(next->day)} : std::nullopt;
}

}

Way Choice::way(Group group) const
{
    const auto found = ways.find(group);
    return found == ways.end() ? Way::screen : found->second;
}

Choice default_choice(const std::vector<Role>& roles)
{
    Choice choice{.ways = row({}, Way::screen)};
    for (const Role role : roles) {
        for (const auto& [group, way] : row_of(role)) {
            if (strength(way) > strength(choice.ways[group]))
                choice.ways[group] = way;
        }
        choice.urgent_always = choice.urgent_always || role == Role::responsible || role == Role::security_officer;
    }
    return choice;
}

Choice merged(Choice beginning, const Choice& chosen)
{
    for (const auto& [group, way] : chosen.ways)
        beginning.ways[group] = way;
    beginning.digest_at = chosen.digest_at;
    beginning.urgent_always = chosen.urgent_always;
    beginning.version = chosen.version;
    return beginning;
}

std::optional<Instant> letter_at(
    const Choice& choice, Group group, bool urgent, Instant now, const WorkingCalendar& calendar)
{
    const Way way = choice.way(group);
    if (way == Way::screen)
        return std::nullopt;
    if (urgent && choice.urgent_always)
        return now;
    if (way == Way::digest)
        return next_digest(choice.digest_at, now, calendar);
    if (!calendar.has_service_hours())
        return now;
    const auto opening = calendar.next_service(now);
    return opening ? std::optional{opening->at} : std::nullopt;
}

}
