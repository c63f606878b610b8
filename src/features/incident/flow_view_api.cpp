#include "features/incident/flow_view_api.hpp"

#include "features/device/reach.hpp"
#include "features/incident/flow_reach_api.hpp"

namespace hoshuban::incident {
namespace {

BranchView view_of(const contract::IncidentBranch& branch)
{
    return {branch.id, branch.label, branch.hint, branch.clause};
}

Text words_of(const contract::Profile& profile, const StepEntry& entry)
{
    const contract::IncidentBranch* branch = contract::find_branch(profile.branches, entry.branch);
    if (branch == nullptr)
        return {entry.step, entry.step};
    const contract::BranchStep* step = contract::find_step(*branch, entry.step);
    if (step != nullptr)
        return step->label;
    return entry.act == StepAct::chosen ? branch->label : Text{entry.step, entry.step};
}

StepEntryView view_of(const contract::Profile& profile, const StepEntry& entry)
{
    return {.id = entry.id,
        .act = entry.act,
        .label = words_of(profile, entry),
        .step = entry.step,
        .at = entry.at,
        .person = entry.person,
        .city_person = entry.city_person,
        .text = entry.text,
        .failed_id = entry.failed,
        .failed_number = entry.failed_number,
        .spare_id = entry.spare,
        .spare_number = entry.spare_number,
        .entered_by = entry.entered_by,
        .entered_at = entry.entered_at,
        .taken_back = entry.taken_back};
}

FlowStepView view_of(const http::Context& context, const contract::Profile& profile, const FlowStep& each, bool goes_on)
{
    const contract::BranchStep& step = *each.step;
    FlowStepView view{.id = step.id,
        .label = step.label,
        .hint = step.hint,
        .clause = step.clause,
        .basis = step.basis,
        .kind = step.kind,
        .turn = step.turn,
        .mandatory = step.mandatory,
        .standing = each.standing,
        .shown_by = step.shown_by};
    const bool may = goes_on && may_take(context, step);
    if (each.entry) {
        view.entry = view_of(profile, *each.entry);
        view.may_take_back = may;
    }
    if (each.shown)
        view.shown = ShownView{each.shown->at, each.shown->person, each.shown->text};
    if (may)
        view.can = possible_acts(each);
    return view;
}

}

FlowView view_of(const http::Context& context, const contract::Profile& profile, const Flow& flow,
    const FlowSource& source, const std::vector<StepEntry>& entries, bool goes_on)
{
    const bool bounded = device::seen_sites(context.actor(), profile.id).has_value();
    FlowView view{.by_itself = flow.by_itself};
    if (flow.branch != nullptr)
        view.branch = view_of(*flow.branch);
    for (const FlowStep& each : flow.steps) {
        if (!bounded || each.step->turn == contract::StepTurn::site)
            view.steps.push_back(view_of(context, profile, each, goes_on));
    }
    if (const FlowStep* next = flow.next(); next != nullptr && goes_on) {
        view.waits_for = next->step->turn;
        if (!bounded || next->step->turn == contract::StepTurn::site)
            view.next = next->step->id;
    }
    if (bounded)
        return view;
    for (const StepEntry& entry : entries)
        view.entries.push_back(view_of(profile, entry));
    if (goes_on && may_choose(context)) {
        for (const contract::IncidentBranch& branch : profile.branches) {
            if (contract::fits(branch, source.device_class))
                view.offered.push_back(view_of(branch));
        }
    }
    return view;
}

}
