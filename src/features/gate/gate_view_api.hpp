#pragma once
#include "features/gate/gate.hpp"
#include "features/gate/start.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::gate {

struct GateView {
    GateKind kind;
    Text label;
    GateState state;
    Text text;
    Side opens;
    Text who;
    std::string link_kind;
    std::string link_id;
};

inline auto describe(const GateView*)
{
    using V = GateView;
    return json::object<V>("Gate", json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("label", &V::label, {"名称", "Label"}), json::field("state", &V::state, {"状態", "State"}),
        json::field("text", &V::text, {"足りないもの・根拠", "What is missing, or on what it rests"}),
        json::field("opens", &V::opens, {"動く側", "Side that opens it"}),
        json::field("who", &V::who, {"動く人", "Who opens it"}),
        json::field("link_kind", &V::link_kind, {"行き先の種類", "Kind of place to go to"}),
        json::field("link_id", &V::link_id, {"行き先", "Place to go to"}));
}

struct DutyView {
    std::string gate;
    Text label;
    Side side;
    Instant due_at;
    std::optional<Instant> closed_at;
};

inline auto describe(const DutyView*)
{
    using V = DutyView;
    return json::object<V>("StartDuty", json::field("gate", &V::gate, {"種類", "Kind"}),
        json::field("label", &V::label, {"名称", "Label"}), json::field("side", &V::side, {"動く側", "Side"}),
        json::field("due_at", &V::due_at, {"期限", "Due"}),
        json::field("closed_at", &V::closed_at, {"そろった日時", "Met at"}));
}

/// The start of work, and what it still owes.
struct StartView {
    StartId id;
    std::optional<WorkRequestId> request_id;
    work_request::Start kind;
    std::string title;
    std::optional<SiteId> site_id;
    Instant started_at;
    std::string started_name;
    Instant recorded_at;
    std::string procedure;
    std::optional<WorkWindowId> window_id;
    std::string instructed_by;
    std::optional<Instant> instructed_at;
    std::string instructed_how;
    std::string instruction;
    std::optional<ApprovalId> approval_id;
    std::optional<approval::State> confirmation;
    std::string opinion;
    bool can_tell_again = false;
    bool retroactive;
    std::vector<DutyView> duties;
};

inline auto describe(const StartView*)
{
    using V = StartView;
    return json::object<V>("WorkStart", json::field("id", &V::id),
        json::field("request_id", &V::request_id, {"作業依頼", "Work request"}),
        json::field("kind", &V::kind, {"区分", "Kind"}), json::field("title", &V::title, {"作業名", "Work"}),
        json::field("site_id", &V::site_id, {"拠点", "Site"}),
        json::field("started_at", &V::started_at, {"着手日時", "Started at"}),
        json::field("started_name", &V::started_name, {"着手した人", "Started by"}),
        json::field("recorded_at", &V::recorded_at, {"記録日時", "Recorded at"}),
        json::field("procedure", &V::procedure, {"従う手順書", "Procedure followed"}),
        json::field("window_id", &V::window_id, {"作業日程", "Window"}),
        json::field("instructed_by", &V::instructed_by, {"指示した市の担当者", "Instructed by"}),
        json::field("instructed_at", &V::instructed_at, {"指示の日時", "Instructed at"}),
        json::field("instructed_how", &V::instructed_how, {"指示の方法", "How it was instructed"}),
        json::field("instruction", &V::instruction, {"指示の内容", "Instruction"}),
        json::field("approval_id", &V::approval_id, {"承認・許可", "Row in the register of permissions"}),
        json::field(
            "confirmation", &V::confirmation, {"指示の確認", "Where the confirmation of the instruction stands"}),
        json::field("opinion", &V::opinion, {"市の意見", "The city's words about the instruction"}),
        json::field("can_tell_again", &V::can_tell_again,
            {"指示を入力し直せる", "Whether the caller may tell the instruction again"}),
        json::field("retroactive", &V::retroactive, {"依頼書は後から作成", "Its request was written afterwards"}),
        json::field("duties", &V::duties, {"残る書類", "Papers it owes"}));
}

enum class GateAct { start, start_emergency, take_over };

constexpr auto names_of(const GateAct*)
{
    return std::to_array<Name<GateAct>>({
        {GateAct::start, "start"},
        {GateAct::start_emergency, "start_emergency"},
        {GateAct::take_over, "take_over"},
    });
}

/// What the start of one request waits for.
struct GatesView {
    std::vector<GateView> items;
    int shut = 0;
    std::optional<Instant> begins_at;
    std::optional<StartView> start;
    std::vector<GateAct> can;
    bool emergency_possible = false;
};

inline auto describe(const GatesView*)
{
    using V = GatesView;
    return json::object<V>("Gates", json::field("items", &V::items),
        json::field("shut", &V::shut, {"そろっていない条件の数", "How many are shut"}),
        json::field("begins_at", &V::begins_at, {"合意した開始", "The agreed beginning"}),
        json::field("start", &V::start, {"着手", "Start"}),
        json::field("can", &V::can, {"できること", "Possible acts"}),
        json::field("emergency_possible", &V::emergency_possible,
            {"緊急着手のある契約", "The contract knows emergency starts"}));
}

/// A request after its start: what the caller needs to go on.
struct BegunView {
    WorkRequestId id;
    std::string number;
    work_request::Status status;
    work_request::Start start;
    int version;
};

inline auto describe(const BegunView*)
{
    using V = BegunView;
    return json::object<V>("BegunRequest", json::field("id", &V::id),
        json::field("number", &V::number, {"管理番号", "Number"}),
        json::field("status", &V::status, {"ステータス", "Status"}), json::field("start", &V::start, {"着手", "Start"}),
        json::field("version", &V::version, {"版", "Version"}));
}

BegunView view_of(const work_request::WorkRequest&);
GateView view_of(const Gate&);
StartView view_of(const StartRecord&, const std::vector<Duty>&);

}
