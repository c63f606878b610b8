#include "features/approval/view_api.hpp"

#include <algorithm>

namespace hoshuban::approval {
namespace {

std::vector<ActView> acts_of(const contract::Profile& profile, const std::vector<std::string>& ids)
{
    std::vector<ActView> acts;
    for (const std::string& id : ids) {
        const contract::ProhibitedAct* act = contract::find_act(profile, id);
        acts.push_back({id, act ? act->label : Text{id, id}});
    }
    return acts;
}

// One that the profile does not have any more is called by its id.
contract::ApprovalKind kind_of(const Application& asked, const contract::Profile& profile)
{
    if (const contract::ApprovalKind* known = contract::find_approval_kind(profile, asked.kind))
        return *known;
    contract::ApprovalKind forgotten;
    forgotten.label = {asked.kind, asked.kind};
    return forgotten;
}

std::vector<std::string> approvers_of(const Panel& panel, const Approval& approval, int step)
{
    std::vector<std::string> names;
    for (const Approver& approver : panel.approvers) {
        if (approver.kind == approval.asked.kind && approver.step == step && approver.side == side_of(approval.turn))
            names.push_back(approver.name);
    }
    return names;
}

StepView step_view(const Listed& row, const contract::ApprovalKind& kind, const Surroundings& around, int step)
{
    const auto index = static_cast<std::size_t>(step);
    StepView view{.label = index < kind.steps.size() ? kind.steps[index] : Text{"判断", "Decision"}};
    const auto found = std::ranges::find(around.decisions, step, &Decision::step);
    if (found == around.decisions.end()) {
        view.approvers = approvers_of(around.panel, row.approval, step);
        return view;
    }
    view.verdict = found->verdict;
    view.decided_by = found->by_name;
    view.deputy_for = found->for_name;
    view.opinion = found->opinion;
    view.conditions = found->conditions;
    view.decided_at = found->at;
    return view;
}

bool may_withdraw(const Approval& approval, const Viewer& viewer)
{
    return viewer.actor.may(Permission::ask_approval, approval.contract_id) &&
        withdrawn(approval, viewer.actor, viewer.now).has_value();
}

}

ApprovalView view_of(const Listed& row, const Viewer& viewer)
{
    const Approval& approval = row.approval;
    const Application& asked = approval.asked;
    const contract::ApprovalKind kind = kind_of(asked, viewer.profile);
    return {.id = approval.id,
        .number = approval.number,
        .kind = asked.kind,
        .kind_label = kind.label,
        .effect = kind.effect,
        .nature = kind.nature,
        .clause = kind.clause,
        .title = asked.title,
        .reason = asked.reason,
        .subject_kind = asked.subject.kind,
        .subject_id = asked.subject.id,
        .content_sha256 = asked.content_sha256,
        .request_id = asked.request,
        .request_number = row.request_number,
        .acts = acts_of(viewer.profile, asked.acts),
        .devices = asked.devices,
        .site_id = asked.site,
        .site_name = row.site_name,
        .room = asked.room,
        .from = asked.from,
        .until = asked.until,
        .asked_by = approval.asked_by_name,
        .asked_side = approval.asked_side,
        .asked_by_me = approval.asked_by == viewer.actor.person,
        .asked_at = approval.asked_at,
        .state = approval.state,
        .standing = standing(approval, viewer.now),
        .turn = approval.turn,
        .step = approval.step,
        .steps = steps_of(kind),
        .conditions = approval.conditions,
        .settled_at = approval.settled_at,
        .begins_at = approval.begins_at,
        .version = approval.version};
}

ApprovalDetail detail_of(const Listed& row, const Surroundings& around, const Viewer& viewer)
{
    const Approval& approval = row.approval;
    ApprovalDetail detail{.approval = view_of(row, viewer),
        .steps = {},
        .can_withdraw = may_withdraw(approval, viewer),
        .can_attach = viewer.actor.may(Permission::comment, approval.contract_id) && takes_files(approval),
        .cannot_decide = {},
        .answer_due = around.answer_due};
    const contract::ApprovalKind* kind = contract::find_approval_kind(viewer.profile, approval.asked.kind);
    if (!kind)
        return detail;
    for (int step = 0; step < steps_of(*kind); ++step)
        detail.steps.push_back(step_view(row, *kind, around, step));
    if (approval.turn == Turn::nobody)
        return detail;
    const Case about{approval, *kind, around.panel, around.decisions, row.place};
    const auto seat = check_decider(about, viewer.actor, day_of(viewer.now));
    detail.can_decide = seat.has_value();
    if (!seat)
        detail.cannot_decide = seat.error().text;
    return detail;
}

}
