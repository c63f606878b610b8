#include "features/incident/stay_store.hpp"

#include "features/incident/achievement_store.hpp"

#include <fmt/format.h>

namespace hoshuban::incident {
namespace {

std::vector<Entry> stay_entries(const audit::Cause& cause, const VisitTimes& times, int version)
{
    std::vector<Entry> entries;
    const auto add = [&](Act act, const std::optional<Instant>& at) {
        if (!at)
            return;
        entries.push_back({.id = {fmt::format("{}.{}.{}", times.visit.text, name_of(act), version)},
            .act = act,
            .at = *at,
            .person = times.workers,
            .city_person = times.city_person,
            .entered_by = cause.actor().name,
            .entered_at = cause.now(),
            .visit = times.visit});
    };
    add(Act::arrived, times.arrived);
    add(Act::started, times.started);
    add(Act::departed, times.departed);
    return entries;
}

Happening happening_of(const StayChange& change, const std::string& reason)
{
    if (change.wrong.empty() && change.right.size() == 1)
        return {fmt::format("incident.{}", name_of(change.right.front().act)), facts_of(change.right.front()), reason};
    Happening happening{"incident.stay_corrected", {}, reason};
    for (const Entry& entry : change.right)
        happening.more.emplace(fmt::format("{}_at", name_of(entry.act)), to_text(entry.at));
    return happening;
}

std::vector<Instant> moments_of(const StayChange& change)
{
    std::vector<Instant> moments;
    for (const Entry& entry : change.wrong)
        moments.push_back(entry.at);
    for (const Entry& entry : change.right)
        moments.push_back(entry.at);
    return moments;
}

}

Result<void> follow_visit(db::Tx& tx, const audit::Cause& cause, const contract::Profile& profile, const IncidentId& id,
    const VisitTimes& times, const std::string& reason, const std::function<DueId()>& new_id)
{
    TRY_ASSIGN(const auto before, get(tx, profile.id, id));
    const auto entries = holding(entries_of(tx, profile.id, id));
    TRY_ASSIGN(
        const auto change, change_stay(entries, times.visit, stay_entries(cause, times, before.incident.version)));
    if (change.nothing())
        return {};
    TRY(check_goes_on(before.incident));
    TRY(check_not_reported(tx, profile.id, id, moments_of(change)));
    for (const Entry& entry : change.wrong)
        take_back_entry(tx, before.incident, entry.id, reason);
    for (const Entry& entry : change.right)
        insert_entry(tx, before.incident, entry);
    Incident after = before.incident;
    after.state = state_of(change.holding);
    TRY(update(tx, cause, happening_of(change, reason), before, std::move(after)));
    TRY_ASSIGN(const auto levels, LevelCalendars::of(tx, profile));
    TRY_ASSIGN(const auto listed, get(tx, profile.id, id));
    return follow(
        tx, levels, {before, timeline_of(entries)}, {listed, timeline_of(change.holding)}, cause.now(), new_id);
}

}
