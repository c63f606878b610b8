#pragma once
#include "features/security_incident/incident.hpp"
#include "features/security_incident/remedy_view_api.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::security_incident {

struct EntryView {
    EntryId id;
    EntryKind kind;
    Instant at;
    std::string text;
    std::string entered_by;
    Instant entered_at;
};

inline auto describe(const EntryView*)
{
    using V = EntryView;
    return json::object<V>("SecurityIncidentEntry", json::field("id", &V::id),
        json::field("kind", &V::kind, {"種類", "Kind"}), json::field("at", &V::at, {"日時", "At"}),
        json::field("text", &V::text, {"内容", "Text"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}));
}

/// An incident as the API shows it; `can` is what the caller may do with it now.
struct IncidentView {
    SecurityIncidentId id = {};
    std::string number = {};
    Category category = {};
    Kind kind = {};
    std::string title = {};
    std::string what = {};
    Instant noticed_at = {};
    std::string place = {};
    std::string assets = {};
    std::string cause = {};
    std::string extent = {};
    std::string affected = {};
    std::string first_measures = {};
    std::optional<Party> party = {};
    std::string party_name = {};
    std::optional<std::int64_t> amount_yen = {};
    State state = {};
    Side side = {};
    std::string entered_by = {};
    Instant entered_at = {};
    std::optional<Instant> reported_at = {};
    std::string told_to = {};
    std::string reported_how = {};
    std::string reported_by = {};
    std::optional<Instant> report_due_at = {}; ///< by when the city is told; of damage in writing
    bool report_guide = {}; ///< the contract states no figure
    std::string report_clause = {};
    bool report_late = {}; ///< told after that, or not told although it has passed
    std::optional<WrittenReport> written = {};
    std::optional<Restoration> restoration = {};
    std::optional<Ruling> ruling = {};
    std::optional<Instant> closed_at = {};
    std::string closed_by = {};
    std::string closing = {};
    std::string subject_kind = {};
    std::string subject_id = {};
    std::vector<Text> missing = {}; ///< before the city can close it
    std::vector<EntryView> entries = {}; ///< of one incident; a list leaves them out
    std::vector<Action> can = {};
    int version = {};
};

inline auto describe(const IncidentView*)
{
    using V = IncidentView;
    return json::object<V>("SecurityIncident", json::field("id", &V::id),
        json::field("number", &V::number, {"番号", "Number"}),
        json::field("category", &V::category, {"区分", "Category"}), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("title", &V::title, {"件名", "Subject"}), json::field("what", &V::what, {"内容", "What happened"}),
        json::field("noticed_at", &V::noticed_at, {"気づいた日時", "Noticed at"}),
        json::field("place", &V::place, {"場所", "Place"}),
        json::field("assets", &V::assets, {"関係する情報資産", "Information assets"}),
        json::field("cause", &V::cause, {"原因", "Cause"}),
        json::field("extent", &V::extent, {"被害の状況", "Damage done"}),
        json::field("affected", &V::affected, {"被害を受けた人・物", "Who or what was hit"}),
        json::field("first_measures", &V::first_measures, {"初めの措置", "First measures"}),
        json::field("party", &V::party, {"損害を受けた側", "Whose damage"}),
        json::field("party_name", &V::party_name, {"損害を受けた第三者", "Third party"}),
        json::field("amount_yen", &V::amount_yen, {"損害額（円）", "Amount (yen)"}),
        json::field("state", &V::state, {"状態", "State"}), json::field("side", &V::side, {"受け付けた側", "Side"}),
        json::field("entered_by", &V::entered_by, {"受け付けた人", "Taken in by"}),
        json::field("entered_at", &V::entered_at, {"受付日時", "Taken in at"}),
        json::field("reported_at", &V::reported_at, {"最初の報告の日時", "First reported at"}),
        json::field("told_to", &V::told_to, {"報告した相手", "Told to"}),
        json::field("reported_how", &V::reported_how, {"報告の方法", "Reported how"}),
        json::field("reported_by", &V::reported_by, {"報告した人", "Reported by"}),
        json::field("report_due_at", &V::report_due_at, {"報告の期限", "Report due"}),
        json::field("report_guide", &V::report_guide, {"目安", "Only a guide"}),
        json::field("report_clause", &V::report_clause, {"根拠", "Clause"}),
        json::field("report_late", &V::report_late, {"報告の遅れ", "Report late"}),
        json::field("written", &V::written, {"書面での報告", "Report in writing"}),
        json::field("restoration", &V::restoration, {"復旧", "Restoration"}),
        json::field("ruling", &V::ruling, {"市の判断", "The city's ruling"}),
        json::field("closed_at", &V::closed_at, {"完了日時", "Closed at"}),
        json::field("closed_by", &V::closed_by, {"完了にした人", "Closed by"}),
        json::field("closing", &V::closing, {"市の結論", "The city's conclusion"}),
        json::field("subject_kind", &V::subject_kind, {"もとの記録の種類", "Kind of what it began with"}),
        json::field("subject_id", &V::subject_id, {"もとの記録", "What it began with"}),
        json::field("missing", &V::missing, {"完了までに足りないもの", "Missing before it can be closed"}),
        json::field("entries", &V::entries, {"経過と措置", "Course and measures"}),
        json::field("can", &V::can, {"今できること", "What the caller may do"}),
        json::field("version", &V::version, {"版", "Version"}));
}

struct IncidentPage {
    std::vector<IncidentView> items;
    std::optional<std::string> next_cursor;
};

inline auto describe(const IncidentPage*)
{
    using V = IncidentPage;
    return json::object<V>(
        "SecurityIncidentPage", json::field("items", &V::items), json::field("next_cursor", &V::next_cursor));
}

/// What somebody is told who may report an incident, but not read it.
struct IncidentReceipt {
    SecurityIncidentId id;
    std::string number;
};

inline auto describe(const IncidentReceipt*)
{
    using V = IncidentReceipt;
    return json::object<V>("SecurityIncidentReceipt", json::field("id", &V::id),
        json::field("number", &V::number, {"受付番号", "Number"}));
}

IncidentView view_of(const Incident&, const Actor&, Instant now);

}
