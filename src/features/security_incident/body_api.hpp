#pragma once
#include "features/security_incident/filter.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::security_incident {

/// `open`: what is not closed; `state` alone asks for one state.
struct IncidentQuery {
    std::optional<Category> category = {};
    std::optional<Kind> kind = {};
    std::optional<State> state = {};
    bool open = false;
    std::optional<LocalDay> from = {};
    std::optional<LocalDay> until = {};
    std::optional<std::string> incident = {};
    std::optional<std::string> cursor = {};
    int limit = 100;
};

inline auto describe(const IncidentQuery*)
{
    using Q = IncidentQuery;
    return json::object<Q>("SecurityIncidentQuery", json::field("category", &Q::category, {"区分", "Category"}),
        json::field("kind", &Q::kind, {"種類", "Kind"}), json::field("state", &Q::state, {"状態", "State"}),
        json::field("open", &Q::open, {"完了していないもの", "Only open ones"}, json::defaulted()),
        json::field("from", &Q::from, {"気づいた日の初め", "First day"}),
        json::field("until", &Q::until, {"気づいた日の終わり", "Last day"}),
        json::field("incident", &Q::incident, {"障害", "Fault it came of"}, json::length(0, 100)),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 100)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

inline Filter filter_of(const IncidentQuery& query)
{
    return {query.category, query.kind, query.state, query.open, query.from, query.until, query.incident.value_or("")};
}

inline constexpr double most_yen = 999'999'999'999;

/// An incident as somebody reports it.
struct ReportIncident {
    Category category = Category::security;
    Kind kind = Kind::other;
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
    std::optional<VisitId> visit = {}; ///< on which it happened
    std::string incident = {}; ///< the fault of the equipment that it came of; empty: none
};

inline auto describe(const ReportIncident*)
{
    using B = ReportIncident;
    return json::object<B>("ReportSecurityIncident",
        json::field("category", &B::category, {"区分", "Category"}, json::defaulted()),
        json::field("kind", &B::kind, {"種類", "Kind"}),
        json::field("title", &B::title, {"件名", "Subject"}, json::length(1, 200)),
        json::field("what", &B::what, {"内容", "What happened"}, json::length(1, 5000)),
        json::field("noticed_at", &B::noticed_at, {"気づいた日時", "Noticed at"}),
        json::field("place", &B::place, {"場所", "Place"}, json::length(1, 500)),
        json::field(
            "assets", &B::assets, {"関係する情報資産", "Information assets"}, json::length(0, 2000), json::defaulted()),
        json::field("cause", &B::cause, {"原因", "Cause"}, json::length(0, 5000), json::defaulted()),
        json::field("extent", &B::extent, {"被害の状況", "Damage done"}, json::length(0, 5000), json::defaulted()),
        json::field("affected", &B::affected, {"被害を受けた人・物", "Who or what was hit"}, json::length(0, 500),
            json::defaulted()),
        json::field("first_measures", &B::first_measures, {"初めの措置", "First measures"}, json::length(0, 5000),
            json::defaulted()),
        json::field("party", &B::party, {"損害を受けた側", "Whose damage"}),
        json::field("party_name", &B::party_name, {"損害を受けた第三者", "Third party"}, json::length(0, 200),
            json::defaulted()),
        json::field("amount_yen", &B::amount_yen, {"損害額（円）", "Amount (yen)"}, json::range(0, most_yen)),
        json::field("visit", &B::visit, {"訪問", "Visit it happened on"}),
        json::field("incident", &B::incident, {"障害", "Fault it came of"}, json::length(0, 100), json::defaulted()));
}

/// What is told, corrected as a whole, and why. The category stays.
struct CorrectIncident {
    Kind kind = Kind::other;
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
    std::string reason = {};
};

inline auto describe(const CorrectIncident*)
{
    using B = CorrectIncident;
    return json::object<B>("CorrectSecurityIncident", json::field("kind", &B::kind, {"種類", "Kind"}),
        json::field("title", &B::title, {"件名", "Subject"}, json::length(1, 200)),
        json::field("what", &B::what, {"内容", "What happened"}, json::length(1, 5000)),
        json::field("noticed_at", &B::noticed_at, {"気づいた日時", "Noticed at"}),
        json::field("place", &B::place, {"場所", "Place"}, json::length(1, 500)),
        json::field(
            "assets", &B::assets, {"関係する情報資産", "Information assets"}, json::length(0, 2000), json::defaulted()),
        json::field("cause", &B::cause, {"原因", "Cause"}, json::length(0, 5000), json::defaulted()),
        json::field("extent", &B::extent, {"被害の状況", "Damage done"}, json::length(0, 5000), json::defaulted()),
        json::field("affected", &B::affected, {"被害を受けた人・物", "Who or what was hit"}, json::length(0, 500),
            json::defaulted()),
        json::field("first_measures", &B::first_measures, {"初めの措置", "First measures"}, json::length(0, 5000),
            json::defaulted()),
        json::field("party", &B::party, {"損害を受けた側", "Whose damage"}),
        json::field("party_name", &B::party_name, {"損害を受けた第三者", "Third party"}, json::length(0, 200),
            json::defaulted()),
        json::field("amount_yen", &B::amount_yen, {"損害額（円）", "Amount (yen)"}, json::range(0, most_yen)),
        json::field("reason", &B::reason, {"訂正の理由", "Reason of the correction"}, json::length(1, 1000)));
}

/// The part of a body that every incident tells, and that of accidents and damage.
template <class Body>
Intake intake_of(const Body& body, Category category, audit::Subject subject = {})
{
    return {.kind = body.kind,
        .title = body.title,
        .what = body.what,
        .noticed_at = body.noticed_at,
        .place = body.place,
        .assets = body.assets,
        .subject = std::move(subject),
        .category = category,
        .harm = {
            body.cause, body.extent, body.affected, body.first_measures, body.party, body.party_name, body.amount_yen}};
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
