#pragma once
#include "core/role.hpp"
#include "features/visit/visit_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::visit {

/// What somebody can do with a visit.
enum class VisitAct { change, tick, arrive, start, depart, record, find, call_off };

constexpr auto names_of(const VisitAct*)
{
    return std::to_array<Name<VisitAct>>({
        {VisitAct::change, "change"},
        {VisitAct::tick, "tick"},
        {VisitAct::arrive, "arrive"},
        {VisitAct::start, "start"},
        {VisitAct::depart, "depart"},
        {VisitAct::record, "record"},
        {VisitAct::find, "find"},
        {VisitAct::call_off, "call_off"},
    });
}

struct VisitorView {
    std::optional<WorkerId> worker_id = {};
    std::string name = {};
    std::optional<int> minutes = {};
};

inline auto describe(const VisitorView*)
{
    using V = VisitorView;
    return json::object<V>("Visitor", json::field("worker_id", &V::worker_id),
        json::field("name", &V::name, {"名前", "Name"}),
        json::field("minutes", &V::minutes, {"実作業時間（分）", "Working minutes"}));
}

/// An item of the checklist and whether it was seen to.
struct VisitCheckView {
    std::string id = {};
    Text label = {};
    std::string clause = {};
    bool spare = false;
    std::optional<Instant> ticked_at = {};
    std::string ticked_by = {};
    std::optional<DeviceId> spare_id = {};
    std::string spare_number = {};
    std::string spare_model = {};
};

inline auto describe(const VisitCheckView*)
{
    using V = VisitCheckView;
    return json::object<V>("VisitCheck", json::field("id", &V::id), json::field("label", &V::label),
        json::field("clause", &V::clause, {"根拠", "Clause"}),
        json::field("spare", &V::spare, {"予備機を選ぶ", "Names a spare unit"}),
        json::field("ticked_at", &V::ticked_at, {"確かめた日時", "Ticked at"}),
        json::field("ticked_by", &V::ticked_by, {"確かめた人", "Ticked by"}), json::field("spare_id", &V::spare_id),
        json::field("spare_number", &V::spare_number, {"予備機", "Spare unit"}),
        json::field("spare_model", &V::spare_model, {"予備機の機種", "Model of the spare"}));
}

struct VisitView {
    VisitId id = {};
    SiteId site_id = {};
    std::string site = {};
    std::optional<incident::IncidentId> incident_id = {};
    std::string case_number = {};
    std::string phenomenon = {};
    std::string device_class = {};
    std::optional<WorkRequestId> request_id = {};
    std::string request_number = {};
    std::string purpose = {};
    Instant planned_from = {};
    Instant planned_until = {};
    std::string told = {};
    std::vector<VisitorView> workers = {};
    VisitState state = VisitState::planned;
    std::optional<Instant> arrived_at = {};
    std::optional<Instant> started_at = {};
    std::optional<Instant> departed_at = {};
    std::optional<int> stay_minutes = {};
    std::vector<VisitCheckView> checks = {}; ///< of one visit; a list leaves them out
    std::string unticked_reason = {};
    std::string result = {};
    std::string called_off = {};
    std::string entered_by = {};
    Instant entered_at = {};
    std::vector<VisitAct> acts = {};
    int version = 1;
};

inline auto describe(const VisitView*)
{
    using V = VisitView;
    return json::object<V>("Visit", json::field("id", &V::id), json::field("site_id", &V::site_id),
        json::field("site", &V::site, {"拠点", "Site"}), json::field("incident_id", &V::incident_id),
        json::field("case_number", &V::case_number, {"案件管理番号", "Case number"}),
        json::field("phenomenon", &V::phenomenon, {"現象", "Phenomenon"}),
        json::field("class", &V::device_class, {"機器の区分", "Class"}), json::field("request_id", &V::request_id),
        json::field("request_number", &V::request_number, {"作業依頼", "Work request"}),
        json::field("purpose", &V::purpose, {"目的", "Purpose"}),
        json::field("planned_from", &V::planned_from, {"予定の始まり", "Announced from"}),
        json::field("planned_until", &V::planned_until, {"予定の終わり", "Announced until"}),
        json::field("told", &V::told, {"知らせた現場の人", "Who of the site was told"}),
        json::field("workers", &V::workers, {"訪問する人", "Who goes"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("arrived_at", &V::arrived_at, {"到着", "Arrived"}),
        json::field("started_at", &V::started_at, {"着手", "Work begun"}),
        json::field("departed_at", &V::departed_at, {"出発", "Departed"}),
        json::field("stay_minutes", &V::stay_minutes, {"滞在（分）", "Stay in minutes"}),
        json::field("checks", &V::checks, {"訪問前の確認", "Checklist"}),
        json::field("unticked_reason", &V::unticked_reason, {"確認できなかった理由", "Why items are open"}),
        json::field("result", &V::result, {"行ったこと", "What was done"}),
        json::field("called_off", &V::called_off, {"中止の理由", "Why it was called off"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}),
        json::field("acts", &V::acts, {"できること", "What can be done"}),
        json::field("version", &V::version, {"版", "Version"}));
}

struct VisitPage {
    std::vector<VisitView> items = {};
    std::optional<std::string> next_cursor = {};
    bool may_plan = false;
};

inline auto describe(const VisitPage*)
{
    using V = VisitPage;
    return json::object<V>("VisitPage", json::field("items", &V::items),
        json::field("next_cursor", &V::next_cursor, {"続きの位置", "Cursor of the next page"}),
        json::field("may_plan", &V::may_plan, {"登録できる", "May enter visits"}));
}

/// What one person sees of a visit: an incident without a site is not told to who sees some sites only.
VisitView view_of(const Listed&, const Actor&, const Sight&);
/// The same with its checklist.
VisitView whole_view(db::Reader&, const contract::Profile&, const Listed&, const Actor&, const Sight&);

}
