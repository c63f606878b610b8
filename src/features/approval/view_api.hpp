#pragma once
#include "features/approval/approver.hpp"
#include "features/approval/decision.hpp"
#include "features/approval/register.hpp"
#include "features/contract/profile.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::approval {

/// A prohibited act as people know it.
struct ActView {
    std::string id;
    Text label;
};

inline auto describe(const ActView*)
{
    return json::object<ActView>(
        "ApprovalAct", json::field("id", &ActView::id), json::field("label", &ActView::label, {"行為", "Act"}));
}

/// A row of the register.
struct ApprovalView {
    ApprovalId id;
    std::string number;
    std::string kind;
    Text kind_label;
    contract::ApprovalEffect effect;
    contract::ApprovalNature nature;
    std::string clause;
    std::string title;
    std::string reason;
    std::string subject_kind;
    std::string subject_id;
    std::string content_sha256;
    std::optional<WorkRequestId> request_id;
    std::string request_number;
    std::vector<ActView> acts;
    std::vector<DeviceId> devices;
    std::optional<SiteId> site_id;
    std::string site_name;
    std::string room;
    std::optional<Instant> from;
    std::optional<Instant> until;
    std::string asked_by;
    Side asked_side;
    bool asked_by_me;
    Instant asked_at;
    State state;
    Standing standing;
    Turn turn;
    int step;
    int steps;
    std::string conditions;
    std::optional<Instant> settled_at;
    std::optional<Instant> begins_at;
    int version;
};

/// Whom a view is for, and when.
struct Viewer {
    const contract::Profile& profile;
    const Actor& actor;
    Instant now;
};

ApprovalView view_of(const Listed&, const Viewer&);

inline auto describe(const ApprovalView*)
{
    using V = ApprovalView;
    return json::object<V>("Approval", json::field("id", &V::id), json::field("number", &V::number, {"番号", "Number"}),
        json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("kind_label", &V::kind_label, {"種類の名称", "Label of the kind"}),
        json::field("effect", &V::effect, {"開くもの", "What it opens"}),
        json::field("nature", &V::nature, {"性質", "Nature"}), json::field("clause", &V::clause, {"根拠", "Clause"}),
        json::field("title", &V::title, {"件名", "Title"}), json::field("reason", &V::reason, {"理由・内容", "Reason"}),
        json::field("subject_kind", &V::subject_kind, {"対象の種類", "Kind of subject"}),
        json::field("subject_id", &V::subject_id, {"対象", "Subject"}),
        json::field("content_sha256", &V::content_sha256, {"内容のハッシュ", "Hash of the content"}),
        json::field("request_id", &V::request_id, {"作業依頼", "Work request"}),
        json::field("request_number", &V::request_number, {"作業依頼の番号", "Number of the work request"}),
        json::field("acts", &V::acts, {"行為", "Acts"}), json::field("devices", &V::devices, {"機器", "Devices"}),
        json::field("site_id", &V::site_id, {"拠点", "Site"}),
        json::field("site_name", &V::site_name, {"拠点の名称", "Name of the site"}),
        json::field("room", &V::room, {"部屋", "Room"}), json::field("from", &V::from, {"始まり", "From"}),
        json::field("until", &V::until, {"終わり", "Until"}),
        json::field("asked_by", &V::asked_by, {"申請者", "Asked by"}),
        json::field("asked_side", &V::asked_side, {"申請した側", "Asking side"}),
        json::field("asked_by_me", &V::asked_by_me, {"自分の申請", "Asked by the caller"}),
        json::field("asked_at", &V::asked_at, {"申請日時", "Asked at"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("standing", &V::standing, {"今の状態", "Standing now"}),
        json::field("turn", &V::turn, {"次に動く側", "Whose turn it is"}),
        json::field("step", &V::step, {"済んだ段", "Steps decided"}),
        json::field("steps", &V::steps, {"段の数", "Steps"}),
        json::field("conditions", &V::conditions, {"条件", "Conditions"}),
        json::field("settled_at", &V::settled_at, {"判断日時", "Settled at"}),
        json::field("begins_at", &V::begins_at, {"有効になる日時", "In force from"}),
        json::field("version", &V::version, {"版", "Version"}));
}

/// One step: who decides it, and what was decided.
struct StepView {
    Text label;
    std::vector<std::string> approvers = {}; ///< empty: everybody of the deciding side
    std::optional<Verdict> verdict = {};
    std::string decided_by = {};
    std::string deputy_for = {};
    std::string opinion = {};
    std::string conditions = {};
    std::optional<Instant> decided_at = {};
};

inline auto describe(const StepView*)
{
    using V = StepView;
    return json::object<V>("ApprovalStep", json::field("label", &V::label, {"段", "Step"}),
        json::field("approvers", &V::approvers, {"判断する人", "Who decides"}),
        json::field("verdict", &V::verdict, {"判断", "Verdict"}),
        json::field("decided_by", &V::decided_by, {"判断した人", "Decided by"}),
        json::field("deputy_for", &V::deputy_for, {"代理される人", "Deputy for"}),
        json::field("opinion", &V::opinion, {"意見", "Opinion"}),
        json::field("conditions", &V::conditions, {"条件", "Conditions"}),
        json::field("decided_at", &V::decided_at, {"判断日時", "Decided at"}));
}

/// One approval with its steps, and what the caller may do now.
struct ApprovalDetail {
    ApprovalView approval;
    std::vector<StepView> steps = {};
    bool can_decide = false;
    bool can_withdraw = false;
    bool can_attach = false;
    std::optional<Text> cannot_decide = {}; ///< why, while it waits
    std::optional<Instant> answer_due = {};
};

inline auto describe(const ApprovalDetail*)
{
    using V = ApprovalDetail;
    return json::object<V>("ApprovalDetail", json::field("approval", &V::approval),
        json::field("steps", &V::steps, {"段", "Steps"}),
        json::field("can_decide", &V::can_decide, {"判断できる", "May decide"}),
        json::field("can_withdraw", &V::can_withdraw, {"取り下げられる", "May withdraw"}),
        json::field("can_attach", &V::can_attach, {"添付できる", "May attach"}),
        json::field("cannot_decide", &V::cannot_decide, {"判断できない理由", "Why the caller cannot decide"}),
        json::field("answer_due", &V::answer_due, {"判断の期限", "Decision due"}));
}

/// What is known about one approval besides its row.
struct Surroundings {
    Panel panel;
    std::vector<Decision> decisions;
    std::optional<Instant> answer_due;
};

ApprovalDetail detail_of(const Listed&, const Surroundings&, const Viewer&);

}
