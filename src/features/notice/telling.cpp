#include "features/notice/telling.hpp"

#include "core/fold.hpp"

#include <algorithm>

namespace hoshuban::notice {
namespace {

bool holds(const std::vector<Membership>& memberships, Side side, Permission need)
{
    return std::ranges::any_of(
        memberships, [&](const Membership& held) { return side_of(held.role) == side && allows(held.role, need); });
}

bool reaches(const Membership& held, const About& about)
{
    switch (scope_of(held.role)) {
    case Scope::contract:
        return true;
    case Scope::division:
        return !about.whole && !fold(held.division).empty() && fold(held.division) == fold(about.division);
    case Scope::site:
        return !about.whole && held.site && held.site == about.site;
    }
    return false;
}

Side opposite(Side side)
{
    return side == Side::city ? Side::contractor : side == Side::contractor ? Side::city : Side::neutral;
}

bool one_of(const std::vector<PersonId>& people, const PersonId& person)
{
    return std::ranges::find(people, person) != people.end();
}

bool on_side(const account::Addressee& person, Side side, Permission need)
{
    if (side == Side::neutral)
        return holds(person.memberships, Side::city, need) || holds(person.memberships, Side::contractor, need);
    return holds(person.memberships, side, need);
}

// view_gates stands for "whoever can do what the clock waits for".
Permission need_of(const Audience& audience, const RunningClock& clock)
{
    return audience.need == Permission::view_gates ? needed_for(clock.kind) : audience.need;
}

bool belongs(const Audience& audience, const account::Addressee& person, const Happened& happened, const About& about)
{
    switch (audience.who) {
    case Who::city:
        return holds(person.memberships, Side::city, audience.need);
    case Who::contractor:
        return holds(person.memberships, Side::contractor, audience.need);
    case Who::other_side:
        return on_side(person, opposite(happened.side), audience.need);
    case Who::same_side:
        return happened.side != Side::neutral && holds(person.memberships, happened.side, audience.need);
    case Who::asked_by:
        return one_of(about.asked_by, person.person);
    case Who::involved:
        return one_of(about.involved, person.person);
    case Who::acting_side:
        return happened.clock &&
            (happened.clock->person == person.person ||
                holds(person.memberships, happened.clock->side, need_of(audience, *happened.clock)));
    case Who::waiting_side:
        return happened.clock && holds(person.memberships, opposite(happened.clock->side), audience.need);
    }
    return false;
}

}

bool sees(const std::vector<Membership>& memberships, const About& about)
{
    return std::ranges::any_of(
        memberships, [&](const Membership& held) { return allows(held.role, about.see) && reaches(held, about); });
}

std::vector<const account::Addressee*> told_of(
    const Rule& rule, const Happened& happened, const About& about, const std::vector<account::Addressee>& people)
{
    std::vector<const account::Addressee*> told;
    for (const account::Addressee& person : people) {
        const bool meant = std::ranges::any_of(
            rule.told, [&](const Audience& audience) { return belongs(audience, person, happened, about); });
        if (meant && person.person != happened.actor && sees(person.memberships, about))
            told.push_back(&person);
    }
    return told;
}

}
