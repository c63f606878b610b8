#pragma once
#include "features/approval/approval.hpp"
#include "features/contract/profile.hpp"
#include "features/schedule/need.hpp"
#include "features/schedule/window.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::schedule {

/// A kind of approval that would do. `can_ask`: the caller's side is the one that applies for it.
struct KindOption {
    std::string id;
    Text label;
    bool can_ask;
};

inline auto describe(const KindOption*)
{
    using V = KindOption;
    return json::object<V>("PermitKind", json::field("id", &V::id), json::field("label", &V::label, {"名称", "Label"}),
        json::field("can_ask", &V::can_ask, {"申請できる", "May be applied for"}));
}

enum class NeedState { met, asked, missing };

constexpr auto names_of(const NeedState*)
{
    return std::to_array<Name<NeedState>>(
        {{NeedState::met, "met"}, {NeedState::asked, "asked"}, {NeedState::missing, "missing"}});
}

/// A permission that a window needs, and how far it has come.
struct NeedView {
    contract::ApprovalEffect effect;
    std::vector<KindOption> kinds;
    Text why;
    NeedState state;
    std::optional<ApprovalId> approval_id;
    std::string number;
};

inline auto describe(const NeedView*)
{
    using V = NeedView;
    return json::object<V>("PermitNeed", json::field("effect", &V::effect, {"効力", "What it opens"}),
        json::field("kinds", &V::kinds, {"許可の種類（いずれか1つ）", "Kinds of permission, one is enough"}),
        json::field("why", &V::why, {"理由", "Why"}), json::field("state", &V::state, {"状況", "State"}),
        json::field("approval_id", &V::approval_id, {"承認・許可", "Approval"}),
        json::field("number", &V::number, {"承認・許可番号", "Number"}));
}

/// A window as the API shows it; `can` is what the caller may do with it now.
struct WindowView {
    WorkWindowId id;
    WorkRequestId request_id;
    Instant from;
    Instant until;
    Text text;
    std::optional<SiteId> site_id;
    std::string room;
    std::string people;
    std::string purpose;
    std::string overtime;
    bool after_the_fact;
    Side proposed_side;
    std::string proposed_name;
    Instant proposed_at;
    State state;
    std::string answer;
    std::string answered_name;
    std::optional<Instant> answered_at;
    std::optional<ApprovalId> approval_id;
    int version;
    std::vector<NeedView> needs;
    std::vector<Action> can;
};

inline auto describe(const WindowView*)
{
    using V = WindowView;
    return json::object<V>("WorkWindow", json::field("id", &V::id),
        json::field("request_id", &V::request_id, {"作業依頼", "Work request"}),
        json::field("from", &V::from, {"開始", "From"}), json::field("until", &V::until, {"終了", "Until"}),
        json::field("text", &V::text, {"日時", "In words"}), json::field("site_id", &V::site_id, {"拠点", "Site"}),
        json::field("room", &V::room, {"部屋", "Room"}), json::field("people", &V::people, {"作業者", "People"}),
        json::field("purpose", &V::purpose, {"目的", "Purpose"}),
        json::field("overtime", &V::overtime, {"時間外の事情", "On whose account it is overtime"}),
        json::field("after_the_fact", &V::after_the_fact, {"実施後の届出", "Handed in after the fact"}),
        json::field("proposed_side", &V::proposed_side, {"提案した側", "Proposing side"}),
        json::field("proposed_name", &V::proposed_name, {"提案した人", "Proposed by"}),
        json::field("proposed_at", &V::proposed_at, {"提案日時", "Proposed at"}),
        json::field("state", &V::state, {"状況", "State"}), json::field("answer", &V::answer, {"回答", "Answer"}),
        json::field("answered_name", &V::answered_name, {"回答した人", "Answered by"}),
        json::field("answered_at", &V::answered_at, {"回答日時", "Answered at"}),
        json::field("approval_id", &V::approval_id, {"承認・許可", "Row in the register of permissions"}),
        json::field("version", &V::version, {"版", "Version"}),
        json::field("needs", &V::needs, {"必要な許可", "Needed permissions"}),
        json::field("can", &V::can, {"できること", "Possible acts"}));
}

NeedView view_of(const Need&, const contract::Profile&, std::span<const approval::Approval>, Side);

/// `may_act` says whether the caller may propose and answer for this request.
WindowView view_of(WorkWindow, const contract::Profile&, const WorkingCalendar&, std::span<const approval::Approval>,
    Side, bool may_act);

}
