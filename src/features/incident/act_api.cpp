#include "features/incident/act_api.hpp"

#include "features/incident/flow_reach_api.hpp"
#include "features/incident/flow_store.hpp"
#include "features/incident/proof_store.hpp"
#include "features/incident/reach_api.hpp"

namespace hoshuban::incident {

std::vector<ClockView> clock_views(const LevelCalendars& levels, const std::vector<LevelClock>& clocks,
    const Timeline& timeline, const Outcome& outcome, Instant now)
{
    std::vector<ClockView> views;
    for (const LevelClock& each : clocks) {
        ClockView& view = views.emplace_back(view_of(levels.level(each.place), each.clock, outcome));
        const Pace pace = levels.pace(each.place, each.clock, timeline, now);
        view.counting = pace.counting;
        view.turns_at = pace.turns_at;
    }
    return views;
}

namespace {

Flow put_flow(IncidentView& view, db::Reader& reader, const http::Context& context, const contract::Profile& profile,
    const Listed& listed, const std::vector<Entry>& course)
{
    if (profile.branches.empty())
        return {};
    const auto steps = steps_of(reader, profile.id, listed.incident.id);
    const FlowSource source = flow_source(reader, listed, course, steps);
    Flow flow = flow_of(profile.branches, source);
    if (listed.incident.state != State::reported && listed.incident.state != State::filtered)
        view.flow = view_of(context, profile, flow, source, steps, flows(listed.incident.state));
    return flow;
}

}

Result<IncidentView> whole_view(
    db::Reader& reader, const http::Context& context, const contract::Profile& profile, const Listed& listed)
{
    TRY_ASSIGN(const auto levels, LevelCalendars::of(reader, profile));
    const auto all = entries_of(reader, profile.id, listed.incident.id);
    const auto entries = holding(all);
    const Timeline timeline = timeline_of(entries);
    IncidentView view = view_of(listed, timeline);
    for (const Entry& entry : all)
        view.entries.push_back(view_of(entry));
    TRY_ASSIGN(const auto clocks, levels.measure(listed.incident.intake, timeline, context.now()));
    view.as_of = context.now();
    view.clocks = clock_views(levels, clocks, timeline, listed.incident.outcome, context.now());
    for (const Act act : possible_acts(entries)) {
        if (!is_of_visit(act) && may_record(context, act))
            view.acts.push_back(act);
    }
    const Flow flow = put_flow(view, reader, context, profile, listed, entries);
    if (listed.incident.state != State::closed && listed.incident.state != State::filtered)
        view.missing = missing_for_closing(
            listed.incident, open_visits(reader, profile.id, listed.incident.id), clocks, missing_steps(flow));
    return view;
}

Result<void> follow_clocks(
    db::Tx& tx, http::Context& context, const contract::Profile& profile, const Stand& before, const Listed& after)
{
    TRY_ASSIGN(const auto levels, LevelCalendars::of(tx, profile));
    const Stand stand{after, timeline_of(holding(entries_of(tx, profile.id, after.incident.id)))};
    return follow(tx, levels, before, stand, context.now(), [&context] { return context.new_id<DueId>(); });
}

Result<One> carry_out(http::Context& context, contract::ProfileCache& profiles, const Decide& decide)
{
    TRY_ASSIGN(const int version, context.if_match());
    const auto id = context.path<IncidentId>("id");
    return context.database().write([&](db::Tx& tx) -> Result<One> {
        TRY(seen(context, tx, id));
        Present present;
        TRY_ASSIGN(present.listed, get_version(tx, context.path<ContractId>("contract"), id, version));
        TRY_ASSIGN(present.profile, contract::profile(tx, profiles, present.listed.incident.contract_id));
        present.entries = holding(entries_of(tx, present.profile->id, id));
        TRY_ASSIGN(auto decided, decide(tx, present));
        TRY(update(tx, audit::cause_of(context), decided.second, present.listed, std::move(decided.first)));
        TRY_ASSIGN(const auto listed, get(tx, present.profile->id, id));
        TRY(follow_clocks(tx, context, *present.profile, {present.listed, timeline_of(present.entries)}, listed));
        TRY_ASSIGN(auto view, whole_view(tx, context, *present.profile, listed));
        return One{std::move(view), listed.incident.version};
    });
}

}
