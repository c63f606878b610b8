#include "features/gate/permit.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::gate {
namespace {

using approval::Approval;
using contract::ApprovalEffect;
using contract::ApprovalKind;

Text labels_of(const contract::Profile& profile, const std::vector<std::string>& kinds)
{
    Text text;
    for (const std::string& id : kinds) {
        const ApprovalKind* kind = contract::find_approval_kind(profile, id);
        if (kind == nullptr)
            continue;
        text.ja += (text.ja.empty() ? "" : "」又は「") + kind->label.ja;
        text.en += (text.en.empty() ? "" : "\" or \"") + kind->label.en;
    }
    return text;
}

GateKind gate_of(ApprovalEffect effect)
{
    switch (effect) {
    case ApprovalEffect::overtime:
        return GateKind::overtime;
    case ApprovalEffect::entry_room:
        return GateKind::entry_room;
    default:
        return GateKind::entry;
    }
}

void take(Permit& permit, const Approval* granted, const Approval* asked, const contract::Profile& profile)
{
    if (granted) {
        permit.granted = granted->number;
        permit.approval = granted->id.text;
    } else if (asked) {
        permit.asked = asked->number;
        permit.approval = asked->id.text;
        if (const ApprovalKind* kind = contract::find_approval_kind(profile, asked->asked.kind))
            permit.decider = approval::side_of(approval::turn_of(*kind, asked->asked_side));
    }
}

bool stands(const Approval& each, const Job& job)
{
    if (job.afterwards)
        return each.state == approval::State::granted;
    return approval::covers(each, job.span.from, job.span.until);
}

// A permission of one of the kinds that was asked for this very job.
void take_of_kinds(Permit& permit, const Job& job, const std::vector<std::string>& kinds)
{
    const auto here = [&](const Approval& each) {
        return each.asked.request == job.request.id && std::ranges::find(kinds, each.asked.kind) != kinds.end();
    };
    const auto granted =
        std::ranges::find_if(job.approvals, [&](const Approval& each) { return here(each) && stands(each, job); });
    const auto asked = std::ranges::find_if(
        job.approvals, [&](const Approval& each) { return here(each) && each.state == approval::State::asked; });
    take(permit, granted == job.approvals.end() ? nullptr : &*granted, asked == job.approvals.end() ? nullptr : &*asked,
        job.profile);
}

void add_needs(std::vector<Permit>& all, const Job& job)
{
    for (const schedule::Need& need : job.needs) {
        Permit permit{.gate = gate_of(need.effect), .why = need.why, .label = labels_of(job.profile, need.kinds)};
        const Approval* granted =
            job.afterwards ? schedule::met_afterwards(need, job.approvals) : schedule::met_by(need, job.approvals);
        take(permit, granted, schedule::asked_for(need, job.approvals), job.profile);
        all.push_back(std::move(permit));
    }
}

std::vector<std::string> ids_of(const contract::Profile& profile, ApprovalEffect effect)
{
    std::vector<std::string> ids;
    for (const ApprovalKind* kind : contract::approval_kinds(profile, effect))
        ids.push_back(kind->id);
    return ids;
}

void add_bundling(std::vector<Permit>& all, const Job& job)
{
    Text names;
    int types = 0;
    for (const std::string& id : job.request.work_types) {
        const contract::WorkType* type = contract::find_work_type(job.profile, id);
        if (type == nullptr || !type->on_equipment)
            continue;
        ++types;
        names.ja += (names.ja.empty() ? "" : "、") + type->label.ja;
        names.en += (names.en.empty() ? "" : ", ") + type->label.en;
    }
    const auto kinds = ids_of(job.profile, ApprovalEffect::bundling);
    if (types < 2 || !job.profile.work.bundling || kinds.empty())
        return;
    Permit permit{.gate = GateKind::bundling,
        .why = {fmt::format("{}種類の作業（{}）を一度に行います。", types, names.ja),
            fmt::format("{} kinds of work in one run ({})", types, names.en)},
        .label = labels_of(job.profile, kinds)};
    take_of_kinds(permit, job, kinds);
    all.push_back(std::move(permit));
}

void add_work_approvals(std::vector<Permit>& all, const Job& job)
{
    for (const std::string& id : job.request.work_types) {
        const contract::WorkType* type = contract::find_work_type(job.profile, id);
        if (type == nullptr || type->approval.empty())
            continue;
        Permit permit{.gate = GateKind::work_approval,
            .why = {fmt::format("「{}」は事前の協議が要ります。", type->label.ja),
                fmt::format("\"{}\" is consulted about beforehand", type->label.en)},
            .label = labels_of(job.profile, {type->approval})};
        take_of_kinds(permit, job, {type->approval});
        all.push_back(std::move(permit));
    }
}

std::vector<std::string> acts_of(const Job& job)
{
    std::vector<std::string> acts;
    for (const std::string& id : job.request.work_types) {
        const contract::WorkType* type = contract::find_work_type(job.profile, id);
        for (const std::string& act : type ? type->acts : std::vector<std::string>{}) {
            if (std::ranges::find(acts, act) == acts.end())
                acts.push_back(act);
        }
    }
    return acts;
}

bool permits_act(const Approval& each, const Job& job, const std::string& act)
{
    const ApprovalKind* kind = contract::find_approval_kind(job.profile, each.asked.kind);
    const bool effect = kind && (kind->effect == ApprovalEffect::act || kind->effect == ApprovalEffect::procedure);
    const auto& devices = each.asked.devices;
    const bool device =
        devices.empty() || !job.request.device || std::ranges::find(devices, *job.request.device) != devices.end();
    return effect && device && std::ranges::find(each.asked.acts, act) != each.asked.acts.end();
}

void add_acts(std::vector<Permit>& all, const Job& job)
{
    const auto kinds = contract::approval_kinds(job.profile, ApprovalEffect::act);
    if (kinds.empty())
        return;
    for (const std::string& id : acts_of(job)) {
        const contract::ProhibitedAct* act = contract::find_act(job.profile, id);
        if (act == nullptr)
            continue;
        // 持出し and 複写 have kinds of their own.
        const auto own = std::ranges::find(kinds, id, &ApprovalKind::id);
        const ApprovalKind& kind = own == kinds.end() ? *kinds.front() : **own;
        Permit permit{.gate = GateKind::acts,
            .why = {fmt::format("「{}」は許可なく行えません（{}）。", act->label.ja, act->article),
                fmt::format("\"{}\" is forbidden unless permitted ({})", act->label.en, act->article)},
            .label = {kind.label.ja + "（この行為を挙げた手順書の承認でもよい）",
                kind.label.en + " (or an approved procedure that lists the act)"}};
        const auto granted = std::ranges::find_if(
            job.approvals, [&](const Approval& each) { return permits_act(each, job, id) && stands(each, job); });
        const auto asked = std::ranges::find_if(job.approvals,
            [&](const Approval& each) { return permits_act(each, job, id) && each.state == approval::State::asked; });
        take(permit, granted == job.approvals.end() ? nullptr : &*granted,
            asked == job.approvals.end() ? nullptr : &*asked, job.profile);
        all.push_back(std::move(permit));
    }
}

}

std::vector<Permit> permits_of(const Job& job)
{
    std::vector<Permit> all;
    add_work_approvals(all, job);
    add_bundling(all, job);
    add_needs(all, job);
    add_acts(all, job);
    return all;
}

}
