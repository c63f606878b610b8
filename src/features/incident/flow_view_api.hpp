#pragma once
#include "features/contract/profile.hpp"
#include "features/incident/flow.hpp"
#include "formats/json.hpp"
#include "platform/http/context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::incident {

struct StepEntryView {
    StepEntryId id = {};
    StepAct act = StepAct::done;
    Text label = {}; ///< of the step; of a choice, of the branch
    std::string step = {};
    Instant at = {};
    std::string person = {};
    std::string city_person = {};
    std::string text = {};
    std::optional<DeviceId> failed_id = {};
    std::string failed_number = {};
    std::optional<DeviceId> spare_id = {};
    std::string spare_number = {};
    std::string entered_by = {};
    Instant entered_at = {};
    std::string taken_back = {};
};

inline auto describe(const StepEntryView*)
{
    using V = StepEntryView;
    return json::object<V>("IncidentStepEntry", json::field("id", &V::id),
        json::field("act", &V::act, {"記録の種類", "What happened"}), json::field("label", &V::label, {"手順", "Step"}),
        json::field("step", &V::step), json::field("at", &V::at, {"日時", "At"}),
        json::field("person", &V::person, {"だれが", "Who"}),
        json::field("city_person", &V::city_person, {"市・現場の担当者", "Of the city or the site"}),
        json::field("text", &V::text, {"内容・理由", "What, or why"}), json::field("failed_id", &V::failed_id),
        json::field("failed_number", &V::failed_number, {"故障した機器", "Failed unit"}),
        json::field("spare_id", &V::spare_id),
        json::field("spare_number", &V::spare_number, {"代わりに置いた予備機", "Spare in its place"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}),
        json::field("taken_back", &V::taken_back, {"取り消した理由", "Why it was taken back"}));
}

/// The record that shows a step to be done.
struct ShownView {
    Instant at = {};
    std::string person = {};
    std::string text = {};
};

inline auto describe(const ShownView*)
{
    using V = ShownView;
    return json::object<V>("IncidentStepShown", json::field("at", &V::at, {"日時", "At"}),
        json::field("person", &V::person, {"だれが", "Who"}), json::field("text", &V::text, {"内容", "What"}));
}

struct FlowStepView {
    std::string id = {};
    Text label = {};
    Text hint = {};
    std::string clause = {};
    contract::Basis basis = contract::Basis::contract;
    contract::StepKind kind = contract::StepKind::check;
    contract::StepTurn turn = contract::StepTurn::contractor;
    bool mandatory = false;
    StepStanding standing = StepStanding::open;
    std::optional<contract::StepProof> shown_by = {};
    std::optional<StepEntryView> entry = {};
    std::optional<ShownView> shown = {};
    std::vector<StepAct> can = {}; ///< what who asks can record now
    bool may_take_back = false;
};

inline auto describe(const FlowStepView*)
{
    using V = FlowStepView;
    return json::object<V>("IncidentFlowStep", json::field("id", &V::id),
        json::field("label", &V::label, {"手順", "Step"}), json::field("hint", &V::hint, {"手引き", "How"}),
        json::field("clause", &V::clause, {"根拠", "Clause"}), json::field("basis", &V::basis, {"確かさ", "How sure"}),
        json::field("kind", &V::kind, {"種類", "Kind"}), json::field("turn", &V::turn, {"だれの番か", "Whose turn"}),
        json::field("mandatory", &V::mandatory, {"必須", "Mandatory"}),
        json::field("standing", &V::standing, {"状況", "Standing"}),
        json::field("shown_by", &V::shown_by, {"済みを示す記録", "Record that shows it"}),
        json::field("entry", &V::entry, {"記録", "Entry"}), json::field("shown", &V::shown, {"示した記録", "Shown by"}),
        json::field("can", &V::can, {"できること", "What can be recorded"}),
        json::field("may_take_back", &V::may_take_back, {"取り消せる", "May be taken back"}));
}

struct BranchView {
    std::string id = {};
    Text label = {};
    Text hint = {};
    std::string clause = {};
};

inline auto describe(const BranchView*)
{
    using V = BranchView;
    return json::object<V>("IncidentBranch", json::field("id", &V::id),
        json::field("label", &V::label, {"流れ", "Branch"}),
        json::field("hint", &V::hint, {"どんなときの流れか", "When it is the right one"}),
        json::field("clause", &V::clause, {"根拠", "Clause"}));
}

/// The way of an incident to its end (INC-07…18), as who asks sees it.
struct FlowView {
    std::optional<BranchView> branch = {}; ///< none: nobody has chosen one
    bool by_itself = false;
    std::vector<BranchView> offered = {}; ///< for its class, where who asks may choose
    std::vector<FlowStepView> steps = {};
    std::optional<std::string> next = {}; ///< the step that comes next
    std::optional<contract::StepTurn> waits_for = {};
    std::vector<StepEntryView> entries = {}; ///< everything that was entered, also what was taken back
};

inline auto describe(const FlowView*)
{
    using V = FlowView;
    return json::object<V>("IncidentFlow", json::field("branch", &V::branch, {"流れ", "Branch"}),
        json::field("by_itself", &V::by_itself, {"区分から決まった", "Taken by the class"}),
        json::field("offered", &V::offered, {"選べる流れ", "Branches to choose"}),
        json::field("steps", &V::steps, {"手順", "Steps"}), json::field("next", &V::next, {"次の手順", "Next step"}),
        json::field("waits_for", &V::waits_for, {"だれを待っているか", "Who is waited for"}),
        json::field("entries", &V::entries, {"記録", "Entries"}));
}

/// The flow as who asks sees it; `goes_on`: the incident was handed over and is not closed. A site contact sees the
/// steps that are the site's, and nothing of the contractor's own.
FlowView view_of(const http::Context&, const contract::Profile&, const Flow&, const FlowSource&,
    const std::vector<StepEntry>& entries, bool goes_on);

}
