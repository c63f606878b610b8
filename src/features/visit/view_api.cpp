#include "features/visit/view_api.hpp"

#include <algorithm>
#include <ranges>

namespace hoshuban::visit {
namespace {

std::vector<VisitAct> acts_of(const Visit& visit, const Actor& actor)
{
    if (!actor.may(Permission::record_visit, visit.contract_id))
        return {};
    switch (state_of(visit)) {
    case VisitState::planned:
        return {VisitAct::change, VisitAct::tick, VisitAct::arrive, VisitAct::call_off};
    case VisitState::on_site:
        return visit.times.started ? std::vector{VisitAct::depart, VisitAct::record, VisitAct::find}
                                   : std::vector{VisitAct::start, VisitAct::depart, VisitAct::record, VisitAct::find};
    case VisitState::done:
        return {VisitAct::record, VisitAct::find};
    case VisitState::called_off:
        return {};
    }
    return {};
}

VisitCheckView view_of(const contract::VisitCheck& check, const ListedTick* tick)
{
    VisitCheckView view{.id = check.id, .label = check.label, .clause = check.clause, .spare = check.spare};
    if (tick != nullptr) {
        view.ticked_at = tick->tick.at;
        view.ticked_by = tick->tick.by;
        view.spare_id = tick->tick.spare;
        view.spare_number = tick->spare_number;
        view.spare_model = tick->spare_model;
    }
    return view;
}

}

VisitView view_of(const Listed& listed, const Actor& actor, const Sight& sight)
{
    const Visit& visit = listed.visit;
    const Plan& plan = visit.plan;
    const bool told_incident = !sight || listed.incident_site;
    VisitView view{.id = visit.id,
        .site_id = plan.site,
        .site = listed.site_name,
        .incident_id = told_incident ? plan.incident : std::nullopt,
        .case_number = told_incident ? listed.case_number : "",
        .phenomenon = told_incident ? listed.phenomenon : "",
        .device_class = told_incident ? listed.device_class : "",
        .request_id = plan.request,
        .request_number = plan.request_number,
        .purpose = plan.purpose,
        .planned_from = plan.from,
        .planned_until = plan.until,
        .told = plan.told,
        .state = state_of(visit),
        .arrived_at = visit.times.arrived,
        .started_at = visit.times.started,
        .departed_at = visit.times.departed,
        .stay_minutes = stay_minutes(visit.times),
        .unticked_reason = visit.unticked_reason,
        .result = visit.result,
        .called_off = visit.called_off,
        .entered_by = visit.entered_by,
        .entered_at = visit.entered_at,
        .acts = acts_of(visit, actor),
        .version = visit.version};
    for (const Visitor& each : plan.workers)
        view.workers.push_back({each.worker, each.name, each.minutes});
    return view;
}

VisitView whole_view(
    db::Reader& reader, const contract::Profile& profile, const Listed& listed, const Actor& actor, const Sight& sight)
{
    VisitView view = view_of(listed, actor, sight);
    const auto ticks = ticks_of(reader, profile.id, listed.visit.id);
    for (const contract::VisitCheck* check :
        checks_of(profile.visits, listed.visit.plan.incident.has_value(), listed.device_class)) {
        const auto tick = std::ranges::find(ticks, check->id, [](const ListedTick& each) { return each.tick.item; });
        view.checks.push_back(view_of(*check, tick == ticks.end() ? nullptr : &*tick));
    }
    return view;
}

}
