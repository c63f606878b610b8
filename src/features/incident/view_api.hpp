#pragma once
#include "features/contract/profile.hpp"
#include "features/incident/flow_view_api.hpp"
#include "features/incident/incident_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::incident {

struct EntryView {
    EntryId id;
    Act act;
    Instant at;
    std::string person;
    std::string city_person;
    std::string text;
    std::optional<Instant> appointment;
    std::optional<Instant> finished_at;
    std::string entered_by;
    Instant entered_at;
    std::string taken_back;
    std::optional<VisitId> visit_id;
};

inline auto describe(const EntryView*)
{
    using V = EntryView;
    return json::object<V>("IncidentEntry", json::field("id", &V::id),
        json::field("act", &V::act, {"記録の種類", "What happened"}), json::field("at", &V::at, {"日時", "At"}),
        json::field("person", &V::person, {"だれが", "Who"}),
        json::field("city_person", &V::city_person, {"市・現場の担当者", "Of the city or the site"}),
        json::field("text", &V::text, {"内容", "What"}),
        json::field("appointment", &V::appointment, {"新しい訪問の約束", "New appointment"}),
        json::field("finished_at", &V::finished_at, {"終わる見込み", "Expected to end"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}),
        json::field("taken_back", &V::taken_back, {"取り消した理由", "Why it was taken back"}),
        json::field("visit_id", &V::visit_id, {"訪問", "Visit"}));
}

/// A service level of an incident as it stands (SLA-01…06).
struct ClockView {
    std::string level;
    Text label;
    std::string clause;
    contract::LevelNature nature;
    Standing standing;
    std::optional<Instant> from;
    std::optional<Instant> due;
    std::optional<Instant> reached;
    int used_seconds;
    int allowed_seconds;
    bool by_arrival;
    bool forecast;
    bool counting = false; ///< service time passes at the moment of the answer
    std::optional<Instant> turns_at = {}; ///< when that changes
    bool needs_reason; ///< missed, the contract wants a reason
    std::string reason;
};

inline auto describe(const ClockView*)
{
    using V = ClockView;
    return json::object<V>("IncidentClock", json::field("level", &V::level, {"サービスレベル", "Service level"}),
        json::field("label", &V::label), json::field("clause", &V::clause, {"根拠", "Clause"}),
        json::field("nature", &V::nature, {"努力目標か義務か", "Effort target or binding"}),
        json::field("standing", &V::standing, {"状況", "Standing"}), json::field("from", &V::from, {"始まり", "From"}),
        json::field("due", &V::due, {"期限", "Due"}), json::field("reached", &V::reached, {"達した日時", "Reached"}),
        json::field("used_seconds", &V::used_seconds, {"使った業務時間（秒）", "Service time used, in seconds"}),
        json::field("allowed_seconds", &V::allowed_seconds, {"目標（秒）", "Allowed, in seconds"}),
        json::field("by_arrival", &V::by_arrival, {"到着で数えた", "Counted to the arrival"}),
        json::field("forecast", &V::forecast, {"祝日が未公表", "Holidays not published yet"}),
        json::field("counting", &V::counting, {"いま数えている", "Counting now"}),
        json::field("turns_at", &V::turns_at, {"数えるか数えないかが変わる日時", "When that changes"}),
        json::field("needs_reason", &V::needs_reason, {"理由が要る", "Needs a reason"}),
        json::field("reason", &V::reason, {"守れなかった理由", "Reason of the miss"}));
}

struct IncidentView {
    IncidentId id;
    std::string case_number;
    State state;
    Turn turn = Turn::nobody; ///< who is waited for
    std::string wait_reason = {}; ///< of the wait that the city agreed to and that goes on
    Instant begun_at;
    std::string phenomenon;
    std::optional<SiteId> site_id;
    std::string site_name;
    std::string place;
    std::optional<DeviceId> device_id;
    std::string device_number;
    std::string device_kind;
    std::string device_model;
    std::string device_class;
    std::string error_text;
    std::string contact_person;
    std::string contact_phone;
    std::optional<Instant> occurred_at;
    std::string severity;
    std::string action;
    std::string cause;
    std::string notes;
    std::vector<ClockView> clocks;
    std::vector<EntryView> entries; ///< of one incident; a list leaves them out
    std::vector<Act> acts; ///< what who asks can record now
    std::vector<Text> missing; ///< before it can be closed; of one incident
    std::optional<FlowView> flow = {}; ///< of one incident, where the contract leads
    Instant as_of; ///< the moment that the clocks are of
    int version;
};

inline auto describe(const IncidentView*)
{
    using V = IncidentView;
    return json::object<V>("Incident", json::field("id", &V::id),
        json::field("case_number", &V::case_number, {"案件管理番号", "Case number"}),
        json::field("state", &V::state, {"状態", "State"}),
        json::field("turn", &V::turn, {"待っている相手", "Who is waited for"}),
        json::field("wait_reason", &V::wait_reason, {"待ちの理由", "Why it waits"}),
        json::field("begun_at", &V::begun_at, {"始まり", "Begun at"}),
        json::field("phenomenon", &V::phenomenon, {"現象", "Phenomenon"}), json::field("site_id", &V::site_id),
        json::field("site_name", &V::site_name, {"拠点", "Site"}), json::field("place", &V::place, {"場所", "Place"}),
        json::field("device_id", &V::device_id), json::field("device_number", &V::device_number, {"機器ID", "Device"}),
        json::field("device_kind", &V::device_kind, {"機器の種類", "Kind"}),
        json::field("device_model", &V::device_model, {"機種名", "Model"}),
        json::field("class", &V::device_class, {"機器の区分", "Class"}),
        json::field("error_text", &V::error_text, {"エラー文言", "Error text"}),
        json::field("contact_person", &V::contact_person, {"現地担当者", "Site contact"}),
        json::field("contact_phone", &V::contact_phone, {"連絡先", "Phone"}),
        json::field("occurred_at", &V::occurred_at, {"発生した日時", "Occurred at"}),
        json::field("severity", &V::severity, {"重大度", "Severity"}),
        json::field("action", &V::action, {"対応と結果", "Action and result"}),
        json::field("cause", &V::cause, {"原因", "Cause"}), json::field("notes", &V::notes, {"特記事項", "Notes"}),
        json::field("clocks", &V::clocks, {"サービスレベル", "Service levels"}),
        json::field("entries", &V::entries, {"経過", "Course"}),
        json::field("acts", &V::acts, {"次にできること", "What can be recorded"}),
        json::field("missing", &V::missing, {"完了に足りないこと", "Missing before closing"}),
        json::field("flow", &V::flow, {"復旧の流れ", "Flow"}),
        json::field("as_of", &V::as_of, {"時計の現在", "Moment of the clocks"}),
        json::field("version", &V::version, {"版", "Version"}));
}

struct IncidentPage {
    std::vector<IncidentView> items;
    std::optional<std::string> next_cursor;
    bool may_report;
};

inline auto describe(const IncidentPage*)
{
    using V = IncidentPage;
    return json::object<V>("IncidentPage", json::field("items", &V::items),
        json::field("next_cursor", &V::next_cursor, {"続きの位置", "Cursor of the next page"}),
        json::field("may_report", &V::may_report));
}

struct IntervalView {
    IntervalKind kind;
    Instant from;
    Instant to;
    Text reason;
};

inline auto describe(const IntervalView*)
{
    using V = IntervalView;
    return json::object<V>("IncidentInterval", json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("from", &V::from, {"始まり", "From"}), json::field("to", &V::to, {"終わり", "To"}),
        json::field("reason", &V::reason, {"理由", "Reason"}));
}

/// Everything that one clock was counted from.
struct EvidenceView {
    ClockView clock;
    bool apart; ///< counted apart, because a maker's engineer is sent (A-12)
    std::vector<IntervalView> intervals;
    Instant as_of;
};

inline auto describe(const EvidenceView*)
{
    using V = EvidenceView;
    return json::object<V>("IncidentEvidence", json::field("clock", &V::clock),
        json::field("apart", &V::apart, {"別に数える（メーカー手配）", "Counted apart: maker sent"}),
        json::field("intervals", &V::intervals), json::field("as_of", &V::as_of, {"現在", "As of"}));
}

IncidentView view_of(const Listed&, const Timeline&);
EntryView view_of(const Entry&);
ClockView view_of(const contract::ServiceLevel&, const ServiceClock&, const Outcome&);

}
