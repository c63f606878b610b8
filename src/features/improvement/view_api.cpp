#include "features/improvement/view_api.hpp"

namespace hoshuban::improvement {
namespace {

std::vector<Act> acts_of_contractor(State state)
{
    switch (state) {
    case State::proposed:
        return {Act::revise, Act::withdraw};
    case State::accepted:
        return {Act::start, Act::withdraw};
    case State::doing:
        return {Act::check, Act::withdraw};
    case State::checked:
        return {Act::check};
    case State::continued:
        return {Act::carry_on};
    case State::declined:
    case State::closed:
    case State::withdrawn:
        break;
    }
    return {};
}

std::vector<Act> acts_of(const Improvement& improvement, const Actor& actor)
{
    const State state = state_of(improvement);
    std::vector<Act> acts;
    if (actor.may(Permission::record_incident, improvement.contract_id))
        acts = acts_of_contractor(state);
    if (!actor.may(Permission::direct_incident, improvement.contract_id))
        return acts;
    if (state == State::proposed)
        acts.push_back(Act::decide);
    if (state == State::checked)
        acts.push_back(Act::conclude);
    return acts;
}

std::optional<EffectView> effect_view(const Check& check)
{
    if (!check.effect)
        return std::nullopt;
    const trend::Effect& effect = *check.effect;
    return EffectView{effect.before.faults, effect.before.days, effect.after.faults, effect.after.days, effect.chance(),
        trend::sentence(effect)};
}

void add_course(ImprovementView& view, const Improvement& is)
{
    if (is.decision) {
        view.accepts = is.decision->accepts;
        view.decided_on = is.decision->on;
        view.decided_by = is.decision->by;
        view.decision = is.decision->reason;
    }
    if (is.start) {
        view.started_on = is.start->on;
        view.started_by = is.start->by;
    }
    if (is.check) {
        view.effective_on = is.check->effective_on;
        view.checked_until = is.check->until;
        view.effect = effect_view(*is.check);
        view.evaluation = is.check->text;
    }
    if (is.conclusion) {
        view.concluded_on = is.conclusion->on;
        view.concluded_by = is.conclusion->by;
        view.conclusion = is.conclusion->text;
    }
}

}

ImprovementView view_of(const Improvement& is, const Actor& actor)
{
    ImprovementView view{.id = is.id,
        .number = is.number,
        .state = state_of(is),
        .ground = is.basis.ground,
        .ground_id = is.basis.id,
        .ground_name = is.basis.name,
        .device_class = is.basis.device_class,
        .as_of = is.basis.on,
        .months = is.basis.months,
        .finding = is.basis.finding,
        .title = is.plan.title,
        .problem = is.plan.problem,
        .measure = is.plan.measure,
        .aim = is.plan.aim,
        .person = is.plan.person,
        .due_on = is.plan.due_on,
        .continues_id = is.continues,
        .withdrawn = is.withdrawn,
        .proposed_by = is.proposed_by,
        .proposed_at = is.proposed_at,
        .acts = acts_of(is, actor),
        .version = is.version};
    add_course(view, is);
    return view;
}

DraftView view_of(const Draft& draft)
{
    return {draft.basis.name, draft.basis.finding, draft.title, draft.problem, draft.measure, draft.aim};
}

}
