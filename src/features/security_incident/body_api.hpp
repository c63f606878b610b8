#pragma once
#include "features/security_incident/incident.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::security_incident {

struct IncidentQuery {
    std::optional<State> state;
    std::optional<std::string> cursor;
    int limit = 100;
};

inline auto describe(const IncidentQuery*)
{
    using Q = IncidentQuery;
    return json::object<Q>("SecurityIncidentQuery", json::field("state", &Q::state, {"状態", "State"}),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 100)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

/// An incident as somebody reports or corrects it.
struct ReportIncident {
    Kind kind = Kind::other;
    std::string title;
    std::string what;
    Instant noticed_at;
    std::string place;
    std::string assets;
};

inline auto describe(const ReportIncident*)
{
    using B = ReportIncident;
    return json::object<B>("ReportSecurityIncident", json::field("kind", &B::kind, {"種類", "Kind"}),
        json::field("title", &B::title, {"件名", "Subject"}, json::length(1, 200)),
        json::field("what", &B::what, {"内容", "What happened"}, json::length(1, 5000)),
        json::field("noticed_at", &B::noticed_at, {"気づいた日時", "Noticed at"}),
        json::field("place", &B::place, {"場所", "Place"}, json::length(1, 500)),
        json::field("assets", &B::assets, {"関係する情報資産", "Information assets"}, json::length(0, 2000),
            json::defaulted()));
}

struct RecordFirstReport {
    Instant at;
    std::string told_to;
    std::string how;
};

inline auto describe(const RecordFirstReport*)
{
    using B = RecordFirstReport;
    return json::object<B>("RecordFirstReport", json::field("at", &B::at, {"報告した日時", "Reported at"}),
        json::field("told_to", &B::told_to, {"報告した相手", "Told to"}, json::length(1, 200)),
        json::field("how", &B::how, {"報告の方法", "How"}, json::length(1, 200)));
}

struct AddEntry {
    EntryKind kind = EntryKind::course;
    Instant at;
    std::string text;
};

inline auto describe(const AddEntry*)
{
    using B = AddEntry;
    return json::object<B>("AddSecurityIncidentEntry", json::field("kind", &B::kind, {"種類", "Kind"}),
        json::field("at", &B::at, {"日時", "At"}),
        json::field("text", &B::text, {"内容", "Text"}, json::length(1, 5000)));
}

struct CloseIncident {
    std::string conclusion;
};

inline auto describe(const CloseIncident*)
{
    return json::object<CloseIncident>("CloseSecurityIncident",
        json::field("conclusion", &CloseIncident::conclusion, {"市の結論", "Conclusion"}, json::length(1, 5000)));
}

struct ReopenIncident {
    std::string reason;
};

inline auto describe(const ReopenIncident*)
{
    return json::object<ReopenIncident>("ReopenSecurityIncident",
        json::field("reason", &ReopenIncident::reason, {"理由", "Reason"}, json::length(1, 1000)));
}

}
