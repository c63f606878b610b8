#pragma once
#include "features/incident/incident.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::incident {

/// Which incidents: those that go on unless something else is asked for.
enum class Shown { open, reported, handed_over, contacted, on_site, restored, checked, closed, filtered, all };

constexpr auto names_of(const Shown*)
{
    return std::to_array<Name<Shown>>({
        {Shown::open, "open"},
        {Shown::reported, "reported"},
        {Shown::handed_over, "handed_over"},
        {Shown::contacted, "contacted"},
        {Shown::on_site, "on_site"},
        {Shown::restored, "restored"},
        {Shown::checked, "checked"},
        {Shown::closed, "closed"},
        {Shown::filtered, "filtered"},
        {Shown::all, "all"},
    });
}

struct IncidentQuery {
    Shown state = Shown::open;
    std::optional<std::string> site;
    std::optional<std::string> device;
    std::optional<std::string> q;
    std::optional<std::string> cursor;
    int limit = 50;
};

inline auto describe(const IncidentQuery*)
{
    using Q = IncidentQuery;
    return json::object<Q>("IncidentQuery", json::field("state", &Q::state, {"状態", "State"}, json::defaulted()),
        json::field("site", &Q::site, {"拠点", "Site"}, json::length(0, 60)),
        json::field("device", &Q::device, {"機器", "Unit"}, json::length(0, 60)),
        json::field("q", &Q::q, {"検索語", "Words"}, json::length(0, 100)),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 200)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

/// What is handed over (INC-02).
struct IntakeBody {
    std::string phenomenon;
    std::optional<SiteId> site_id;
    std::string place;
    std::optional<DeviceId> device_id;
    std::string device_class;
    std::string error_text;
    std::string contact_person;
    std::string contact_phone;
    std::optional<Instant> occurred_at;
    std::string severity;
};

inline auto describe(const IntakeBody*)
{
    using B = IntakeBody;
    return json::object<B>("IncidentIntake",
        json::field("phenomenon", &B::phenomenon, {"現象", "Phenomenon"}, json::length(1, 5000)),
        json::field("site_id", &B::site_id, {"拠点", "Site"}),
        json::field("place", &B::place, {"場所", "Place"}, json::length(0, 200), json::defaulted()),
        json::field("device_id", &B::device_id, {"機器", "Unit"}),
        json::field("class", &B::device_class, {"機器の区分", "Class"}, json::length(0, 60), json::defaulted()),
        json::field(
            "error_text", &B::error_text, {"エラー文言", "Error text"}, json::length(0, 5000), json::defaulted()),
        json::field("contact_person", &B::contact_person, {"現地担当者", "Site contact"}, json::length(1, 200)),
        json::field("contact_phone", &B::contact_phone, {"連絡先", "Phone"}, json::length(0, 200), json::defaulted()),
        json::field("occurred_at", &B::occurred_at, {"発生した日時", "Occurred at"}),
        json::field("severity", &B::severity, {"重大度", "Severity"}, json::length(0, 60), json::defaulted()));
}

/// A report of the site, or with `handed_over` the city's instruction to respond.
struct OpenIncident {
    IntakeBody intake;
    std::string case_number;
    bool handed_over = false;
    Instant at;
    std::string person;
    std::string city_person;
};

inline auto describe(const OpenIncident*)
{
    using B = OpenIncident;
    return json::object<B>("OpenIncident", json::field("intake", &B::intake, {"引継事項", "What is handed over"}),
        json::field(
            "case_number", &B::case_number, {"案件管理番号", "Case number"}, json::length(0, 60), json::defaulted()),
        json::field("handed_over", &B::handed_over, {"対応の指示", "Instructs the contractor"}, json::defaulted()),
        json::field("at", &B::at, {"連絡・指示の日時", "Reported or instructed at"}),
        json::field("person", &B::person, {"だれが", "Who"}, json::length(1, 200)),
        json::field("city_person", &B::city_person, {"指示した市の担当者", "Who of the city"}, json::length(0, 200),
            json::defaulted()));
}

struct RecordEntry {
    Act act;
    Instant at;
    std::string person;
    std::string city_person;
    std::string text;
    std::optional<Instant> appointment;
    std::optional<Instant> finished_at;
};

inline auto describe(const RecordEntry*)
{
    using B = RecordEntry;
    return json::object<B>("RecordIncidentEntry", json::field("act", &B::act, {"記録の種類", "What happened"}),
        json::field("at", &B::at, {"日時", "At"}),
        json::field("person", &B::person, {"だれが", "Who"}, json::length(1, 200)),
        json::field("city_person", &B::city_person, {"市・現場の担当者", "Of the city or the site"},
            json::length(0, 200), json::defaulted()),
        json::field("text", &B::text, {"内容", "What"}, json::length(0, 5000), json::defaulted()),
        json::field("appointment", &B::appointment, {"新しい訪問の約束", "New appointment"}),
        json::field("finished_at", &B::finished_at, {"終わる見込み", "Expected to end"}));
}

struct TakeBackEntry {
    std::string reason;
};

inline auto describe(const TakeBackEntry*)
{
    using B = TakeBackEntry;
    return json::object<B>(
        "TakeBackIncidentEntry", json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 5000)));
}

struct CorrectIntake {
    IntakeBody intake;
    std::string case_number;
};

inline auto describe(const CorrectIntake*)
{
    using B = CorrectIntake;
    return json::object<B>("CorrectIncident", json::field("intake", &B::intake, {"引継事項", "What is handed over"}),
        json::field(
            "case_number", &B::case_number, {"案件管理番号", "Case number"}, json::length(0, 60), json::defaulted()));
}

struct MissReason {
    std::string level;
    std::string reason;
};

inline auto describe(const MissReason*)
{
    using B = MissReason;
    return json::object<B>("IncidentMissReason",
        json::field("level", &B::level, {"サービスレベル", "Service level"}, json::length(1, 60)),
        json::field("reason", &B::reason, {"理由", "Reason"}, json::length(0, 5000)));
}

struct WriteOutcome {
    std::string action;
    std::string cause;
    std::string notes;
    std::vector<MissReason> miss_reasons;
};

inline auto describe(const WriteOutcome*)
{
    using B = WriteOutcome;
    return json::object<B>("WriteIncidentOutcome",
        json::field("action", &B::action, {"対応と結果", "Action and result"}, json::length(0, 5000)),
        json::field("cause", &B::cause, {"原因", "Cause"}, json::length(0, 5000), json::defaulted()),
        json::field("notes", &B::notes, {"特記事項", "Notes"}, json::length(0, 5000), json::defaulted()),
        json::field("miss_reasons", &B::miss_reasons, {"守れなかった理由", "Reasons of misses"}, json::length(0, 20),
            json::defaulted()));
}

}
