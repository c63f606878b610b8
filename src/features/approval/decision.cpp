#include "features/approval/decision.hpp"

#include "features/work_request/work_request_change.hpp"

#include <algorithm>

namespace hoshuban::approval {
namespace {

using contract::ApprovalNature;

std::unexpected<Error> settled_already(State state)
{
    switch (state) {
    case State::withdrawn:
        return fail(ErrorKind::conflict, "approval/settled",
            {"この申請は取り下げられています。", "this application was withdrawn"});
    case State::voided:
        return fail(ErrorKind::conflict, "approval/settled",
            {"申請の対象が変わったため、この申請は無効です。新しい申請を開いてください。",
                "what this was about changed, so it is void: open the new application"});
    default:
        return fail(ErrorKind::conflict, "approval/settled",
            {"この申請はもう判断されています。画面を読み直してください。", "this was decided already: load it again"});
    }
}

bool speaks_for(const Membership& held, Turn turn, const std::optional<SiteId>& site)
{
    if (!allows(held.role, Permission::decide_approval) || hoshuban::side_of(held.role) != side_of(turn))
        return false;
    if (scope_of(held.role) == Scope::contract)
        return true;
    return turn == Turn::site && scope_of(held.role) == Scope::site && held.site && held.site == site;
}

Result<void> check_side(const Case& about, const Actor& actor)
{
    const Approval& approval = about.approval;
    if (actor.side(approval.contract_id) != side_of(approval.turn)) {
        return fail(ErrorKind::forbidden, "approval/other_side",
            {"この判断は相手の側が行います。", "the other side decides this"});
    }
    const bool speaks = std::ranges::any_of(actor.memberships, [&](const Membership& held) {
        return held.contract == approval.contract_id && speaks_for(held, approval.turn, about.site);
    });
    if (speaks)
        return {};
    if (!actor.may(Permission::decide_approval, approval.contract_id)) {
        return fail(
            ErrorKind::forbidden, "approval/not_allowed", {"この役割では判断できません。", "this role cannot decide"});
    }
    return fail(ErrorKind::forbidden, "approval/other_site",
        {"自分の拠点との合意だけを判断できます。", "you decide only about agreements with your own site"});
}

bool has_signed(const std::vector<Decision>& decisions, const PersonId& person)
{
    return std::ranges::any_of(
        decisions, [&](const Decision& each) { return each.by == person || each.for_person == person; });
}

Result<void> check_judgement(const Case& about, const Judgement& judgement, Instant now)
{
    const Approval& approval = about.approval;
    if (judgement.content_sha256 != approval.asked.content_sha256) {
        return fail(ErrorKind::conflict, "approval/old_content",
            {"見ていた内容は、申請された内容ではありません。最新の内容を読んでから判断してください。",
                "what you saw is not what was applied for: read the present content first"});
    }
    const bool notice = about.kind.nature == ApprovalNature::acknowledge;
    if (notice != (judgement.verdict == Verdict::acknowledge)) {
        return fail(ErrorKind::invalid, "approval/wrong_verdict",
            notice ? Text{"届出には「確認した」だけを記録できます。", "a notice can only be acknowledged"}
                   : Text{"承認するか差し戻すかを選んでください。", "choose to grant or to refuse"});
    }
    if (judgement.verdict == Verdict::refuse && judgement.opinion.empty()) {
        return fail(ErrorKind::invalid, "approval/reason_missing",
            {"差し戻す理由を入力してください。", "enter the reason for sending it back"},
            {{"opinion", "approval/reason_missing", {"理由を入力してください。", "enter the reason"}}});
    }
    const bool too_late = approval.asked.until && *approval.asked.until <= now;
    if (judgement.verdict == Verdict::grant && too_late && about.kind.nature != ApprovalNature::instruct) {
        return fail(ErrorKind::conflict, "approval/period_over",
            {"申請の期間が過ぎています。許可はできません。差し戻して、新しい期間で申請し直してもらってください。",
                "its period is over: send it back and let it be applied for anew"});
    }
    return {};
}

Result<void> check_texts(const Judgement& judgement)
{
    auto problems = work_request::text_problems("opinion", judgement.opinion, 2000);
    std::ranges::move(
        work_request::text_problems("conditions", judgement.conditions, 2000), std::back_inserter(problems));
    if (problems.empty())
        return {};
    const FieldError first = problems.front();
    return fail(ErrorKind::invalid, first.code, first.text, std::move(problems));
}

}

Result<Seat> check_decider(const Case& about, const Actor& actor, LocalDay today)
{
    const Approval& approval = about.approval;
    if (actor.administrator) {
        return fail(ErrorKind::forbidden, "approval/administrator_decides",
            {"管理者は承認・許可の判断をできません。判断は、管理者でない利用者が自分の名前で行います。",
                "an administrator decides nothing: somebody who is none decides under their own name"});
    }
    if (approval.turn == Turn::nobody)
        return settled_already(approval.state);
    const auto own = fail(ErrorKind::forbidden, "approval/own_application",
        {"自分の申請は判断できません。ほかの人が判断します。", "nobody decides his own application"});
    if (approval.asked_by == actor.person)
        return own;
    TRY(check_side(about, actor));
    if (has_signed(about.decisions, actor.person)) {
        return fail(ErrorKind::conflict, "approval/signed_twice",
            {"前の段を判断した人は、次の段を判断できません。", "who decided an earlier step cannot decide this one"});
    }
    TRY_ASSIGN(const auto seats,
        seats_of(about.panel, approval.asked.kind, approval.step, side_of(approval.turn), actor, today));
    bool only_own = true;
    for (const Seat& seat : seats) {
        if (seat.person == approval.asked_by)
            continue;
        only_own = false;
        if (!has_signed(about.decisions, seat.person))
            return seat;
    }
    if (only_own)
        return own;
    return fail(ErrorKind::conflict, "approval/signed_twice",
        {"代理をする相手が前の段を判断しています。ほかの人が判断します。",
            "the one you stand in for decided an earlier step: somebody else decides"});
}

Result<Decision> judge(const Case& about, const Actor& actor, const Judgement& judgement, Instant now)
{
    TRY_ASSIGN(const Seat seat, check_decider(about, actor, day_of(now)));
    TRY(check_texts(judgement));
    TRY(check_judgement(about, judgement, now));
    Decision decision{.step = about.approval.step,
        .verdict = judgement.verdict,
        .by = actor.person,
        .by_name = actor.name,
        .side = side_of(about.approval.turn),
        .opinion = judgement.opinion,
        .conditions = judgement.verdict == Verdict::grant ? judgement.conditions : "",
        .content_sha256 = judgement.content_sha256,
        .at = now};
    if (seat.person != actor.person) {
        decision.for_person = seat.person;
        decision.for_name = seat.name;
    }
    return decision;
}

Approval decided(Approval approval, const contract::ApprovalKind& kind, const Decision& decision)
{
    if (decision.verdict == Verdict::refuse) {
        approval.state = State::refused;
        approval.turn = Turn::nobody;
        approval.settled_at = decision.at;
        return approval;
    }
    ++approval.step;
    if (!decision.conditions.empty())
        approval.conditions += (approval.conditions.empty() ? "" : "\n") + decision.conditions;
    if (approval.step < steps_of(kind))
        return approval;
    approval.turn = Turn::nobody;
    if (decision.verdict == Verdict::acknowledge)
        return approval;
    approval.state = State::granted;
    approval.settled_at = decision.at;
    approval.begins_at = kind.nature == ApprovalNature::instruct
        ? approval.asked.from.value_or(approval.asked_at)
        : std::max(approval.asked.from.value_or(decision.at), decision.at);
    return approval;
}

}
