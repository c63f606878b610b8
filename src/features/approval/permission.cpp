#include "features/approval/permission.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::approval {
namespace {

bool permits_acts(const contract::Profile& profile, const Approval& approval)
{
    const contract::ApprovalKind* kind = contract::find_approval_kind(profile, approval.asked.kind);
    return kind && approval.state == State::granted &&
        (kind->effect == contract::ApprovalEffect::act || kind->effect == contract::ApprovalEffect::procedure);
}

bool is_about(const Approval& approval, const Use& use)
{
    const Application& asked = approval.asked;
    if (std::ranges::find(asked.acts, use.act) == asked.acts.end())
        return false;
    return asked.devices.empty() ||
        (use.device && std::ranges::find(asked.devices, *use.device) != asked.devices.end());
}

std::string minute(Instant at)
{
    std::string text = to_text_jst(at).substr(0, 16);
    text[10] = ' ';
    return text;
}

std::unexpected<Error> over(const Approval& approval, const Use& use)
{
    const std::string end = minute(approval.asked.until.value_or(use.until));
    return fail(ErrorKind::conflict, "approval/permission_over",
        {fmt::format("許可 {} は {} までです。その後の作業には新しい許可が必要です。", approval.number, end),
            fmt::format("permission {} ended at {}: later work needs a new one", approval.number, end)});
}

std::unexpected<Error> not_begun(const Approval& approval)
{
    const std::string begin = minute(approval.begins_at.value_or(approval.asked_at));
    return fail(ErrorKind::conflict, "approval/permission_not_begun",
        {fmt::format("許可 {} は {} からです。", approval.number, begin),
            fmt::format("permission {} begins at {}", approval.number, begin)});
}

}

std::vector<Permitted> permits(
    const contract::Profile& profile, const std::vector<Approval>& approvals, Instant from, Instant until)
{
    std::vector<Permitted> found;
    for (const Approval& approval : approvals) {
        if (!permits_acts(profile, approval) || !covers(approval, from, until))
            continue;
        for (const std::string& act : approval.asked.acts)
            found.push_back({act, approval.asked.devices, approval.id, approval.number});
    }
    return found;
}

Result<Permitted> permission_for(
    const contract::Profile& profile, const std::vector<Approval>& approvals, const Use& use)
{
    const Approval* ended = nullptr;
    const Approval* later = nullptr;
    for (const Approval& approval : approvals) {
        if (!permits_acts(profile, approval) || !is_about(approval, use))
            continue;
        if (covers(approval, use.from, use.until))
            return Permitted{use.act, approval.asked.devices, approval.id, approval.number};
        const bool too_late = approval.asked.until && *approval.asked.until < use.until;
        (too_late ? ended : later) = &approval;
    }
    if (ended)
        return over(*ended, use);
    if (later)
        return not_begun(*later);
    const contract::ProhibitedAct* act = contract::find_act(profile, use.act);
    const Text label = act ? act->label : Text{use.act, use.act};
    return fail(ErrorKind::conflict, "approval/not_permitted",
        {fmt::format(
             "「{}」の許可がありません。例外の許可を申請するか、手順書に書いて承認を受けてください。", label.ja),
            fmt::format("\"{}\" is not permitted: apply for an exception, or let a procedure that lists it be approved",
                label.en)});
}

}
