#include "features/people/worker.hpp"

#include <algorithm>
#include <tuple>

namespace hoshuban::people {
namespace {

auto order(const RosterChange& change)
{
    return std::tuple{change.takes_effect_on, change.sequence};
}

template <class Wanted>
const RosterChange* last_of(const Worker& worker, Wanted wanted)
{
    const RosterChange* found = nullptr;
    for (const RosterChange& change : worker.changes) {
        if (wanted(change) && (found == nullptr || order(*found) < order(change)))
            found = &change;
    }
    return found;
}

const RosterChange* next_entry_after(const Worker& worker, LocalDay day)
{
    const RosterChange* found = nullptr;
    for (const RosterChange& change : worker.changes) {
        const bool wanted = counts(change) && change.kind == ChangeKind::entry && change.takes_effect_on > day;
        if (wanted && (found == nullptr || order(change) < order(*found)))
            found = &change;
    }
    return found;
}

std::optional<LocalDay> leaving_after(const Worker& worker, const RosterChange& entry)
{
    std::optional<LocalDay> day;
    for (const RosterChange& change : worker.changes) {
        const bool ends = counts(change) && change.kind == ChangeKind::leaving && order(entry) < order(change);
        if (ends && (!day || change.takes_effect_on < *day))
            day = change.takes_effect_on;
    }
    return day;
}

}

bool counts(const RosterChange& change)
{
    switch (change.standing) {
    case Standing::recorded:
    case Standing::settled:
        return true;
    case Standing::announced:
        return !change.needs_grant;
    case Standing::refused:
    case Standing::withdrawn:
        return false;
    }
    return false;
}

const RosterChange* in_force_on(const Worker& worker, LocalDay day)
{
    const RosterChange* last =
        last_of(worker, [&](const RosterChange& change) { return counts(change) && change.takes_effect_on <= day; });
    return last != nullptr && last->kind != ChangeKind::leaving ? last : nullptr;
}

const RosterChange* latest(const Worker& worker)
{
    return last_of(worker, counts);
}

const RosterChange& shown_on(const Worker& worker, LocalDay day)
{
    if (const RosterChange* now = in_force_on(worker, day))
        return *now;
    if (const RosterChange* coming = next_entry_after(worker, day))
        return *coming;
    if (const RosterChange* last = latest(worker))
        return *last;
    return worker.changes.back();
}

std::optional<Stay> stay_on(const Worker& worker, LocalDay day)
{
    const RosterChange* entry = in_force_on(worker, day) == nullptr ? next_entry_after(worker, day) : nullptr;
    if (entry == nullptr) {
        entry = last_of(worker, [&](const RosterChange& change) {
            return counts(change) && change.kind == ChangeKind::entry && change.takes_effect_on <= day;
        });
    }
    if (entry == nullptr)
        return std::nullopt;
    return Stay{entry->takes_effect_on, leaving_after(worker, *entry)};
}

Presence presence_on(const Worker& worker, LocalDay day)
{
    if (in_force_on(worker, day) != nullptr)
        return Presence::in_force;
    if (next_entry_after(worker, day) != nullptr)
        return Presence::announced;
    const bool waits = std::ranges::any_of(worker.changes, [](const RosterChange& change) {
        return change.kind == ChangeKind::entry && change.needs_grant && change.standing == Standing::announced;
    });
    if (waits)
        return Presence::waiting;
    return latest(worker) == nullptr ? Presence::void_entry : Presence::left;
}

bool holds(const Entry& entry, StaffDuty duty)
{
    return std::ranges::find(entry.duties, duty) != entry.duties.end();
}

std::vector<StaffDuty> missing_duties(std::span<const Worker> roster, std::span<const StaffDuty> duties, LocalDay day)
{
    std::vector<StaffDuty> missing;
    for (const StaffDuty duty : duties) {
        const bool held = std::ranges::any_of(roster, [&](const Worker& worker) {
            const RosterChange* now = in_force_on(worker, day);
            return now != nullptr && holds(now->entry, duty);
        });
        if (!held)
            missing.push_back(duty);
    }
    return missing;
}

}
