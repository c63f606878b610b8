#include "features/incident/flow_reach_api.hpp"

#include "features/device/reach.hpp"

namespace hoshuban::incident {

bool may_choose(const http::Context& context)
{
    return context.actor().may(Permission::record_incident, context.path<ContractId>("contract"));
}

bool may_take(const http::Context& context, const contract::BranchStep& step)
{
    const auto contract = context.path<ContractId>("contract");
    return context.actor().may(Permission::record_incident, contract) ||
        (step.turn == contract::StepTurn::city && context.actor().may(Permission::direct_incident, contract));
}

Result<void> check_takes(const http::Context& context, const contract::BranchStep& step)
{
    if (may_take(context, step))
        return {};
    return fail(ErrorKind::forbidden, "incident/not_yours",
        {"この手順は別の役割の人が記録します。", "this step is recorded by people of another role"});
}

Result<void> check_takes_back(const http::Context& context, const contract::Profile& profile, const StepEntry& entry)
{
    const contract::IncidentBranch* branch = contract::find_branch(profile.branches, entry.branch);
    const contract::BranchStep* step = branch == nullptr ? nullptr : contract::find_step(*branch, entry.step);
    return check_takes(context, step == nullptr ? contract::BranchStep{} : *step);
}

Result<void> check_swaps(const http::Context& context)
{
    return device::check_works_on_units(context.actor(), context.path<ContractId>("contract"),
        "incident/swap_by_contractor",
        {"機器の交換は受託者が記録します。", "exchanges are recorded by the contractor"});
}

Result<void> check_by_swap(const Flow& flow, const StepEntry& entry)
{
    const FlowStep* step = flow.find(entry.step);
    if (step == nullptr || step->step->kind != contract::StepKind::swap || entry.act != StepAct::done)
        return {};
    const Text text{"交換は「予備機と交換」で記録してください。機器台帳も同時に書かれます。",
        "record the exchange of units: it writes the register too"};
    return fail(ErrorKind::invalid, "incident/step_by_swap", text, {{"act", "incident/step_by_swap", text}});
}

bool flows(State state)
{
    return state != State::reported && state != State::filtered && state != State::closed;
}

Result<void> check_flows(const Incident& incident)
{
    TRY(check_goes_on(incident));
    if (flows(incident.state))
        return {};
    return fail(ErrorKind::conflict, "incident/not_handed_over",
        {"復旧の流れは、市が対応を指示してから始まります。", "the flow begins when the city instructs the contractor"});
}

}
