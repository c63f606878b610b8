#include "features/schedule/window_view_api.hpp"

#include <utility>

namespace hoshuban::schedule {

NeedView view_of(
    const Need& need, const contract::Profile& profile, std::span<const approval::Approval> approvals, Side side)
{
    NeedView view{need.effect, {}, need.why, NeedState::missing, std::nullopt, ""};
    for (const std::string& id : need.kinds) {
        if (const contract::ApprovalKind* kind = contract::find_approval_kind(profile, id))
            view.kinds.push_back({kind->id, kind->label, contract::applies(kind->applicant, side)});
    }
    const approval::Approval* found = met_by(need, approvals);
    view.state = found ? NeedState::met : NeedState::missing;
    if (!found && (found = asked_for(need, approvals)))
        view.state = NeedState::asked;
    if (found) {
        view.approval_id = found->id;
        view.number = found->number;
    }
    return view;
}

WindowView view_of(WorkWindow window, const contract::Profile& profile, const WorkingCalendar& calendar,
    std::span<const approval::Approval> approvals, Side side, bool may_act)
{
    std::vector<NeedView> needed;
    if (window.state == State::proposed || window.state == State::agreed) {
        for (const Need& need : needs(profile, calendar, window.terms))
            needed.push_back(view_of(need, profile, approvals, side));
    }
    auto can = may_act ? actions(window, side) : std::vector<Action>{};
    Proposal& terms = window.terms;
    return {.id = std::move(window.id),
        .request_id = std::move(window.request),
        .from = terms.from,
        .until = terms.until,
        .text = span_text(terms.from, terms.until),
        .site_id = std::move(terms.site),
        .room = std::move(terms.room),
        .people = std::move(terms.people),
        .purpose = std::move(terms.purpose),
        .overtime = std::move(terms.overtime),
        .after_the_fact = terms.after_the_fact,
        .proposed_side = window.proposed_side,
        .proposed_name = std::move(window.proposed_name),
        .proposed_at = window.proposed_at,
        .state = window.state,
        .answer = std::move(window.answer),
        .answered_name = std::move(window.answered_name),
        .answered_at = window.answered_at,
        .approval_id = std::move(window.approval),
        .version = window.version,
        .needs = std::move(needed),
        .can = std::move(can)};
}

}
