#pragma once
#include "features/approval/approval.hpp"
#include "features/installation/job.hpp"
#include "features/repair/repair.hpp"
#include "features/schedule/window.hpp"
#include "features/work_request/work_request.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::site {

struct SiteRequestView {
    WorkRequestId id;
    std::string number;
    std::string title;
    work_request::Status status;
    std::optional<LocalDay> wish_on;
};

inline auto describe(const SiteRequestView*)
{
    using V = SiteRequestView;
    return json::object<V>("SiteRequest", json::field("id", &V::id),
        json::field("number", &V::number, {"管理番号", "Number"}), json::field("title", &V::title, {"作業名", "Work"}),
        json::field("status", &V::status, {"状態", "Status"}),
        json::field("wish_on", &V::wish_on, {"希望日", "Wished for"}));
}

struct SiteRepairView {
    std::string id;
    std::string number;
    DeviceId device_id;
    std::string device_number;
    std::string kind;
    std::string model;
    LocalDay failed_on;
    std::string symptom;
};

inline auto describe(const SiteRepairView*)
{
    using V = SiteRepairView;
    return json::object<V>("SiteRepair", json::field("id", &V::id),
        json::field("number", &V::number, {"番号", "Number"}), json::field("device_id", &V::device_id),
        json::field("device_number", &V::device_number, {"機器ID", "Device ID"}),
        json::field("kind", &V::kind, {"機器の種類", "Kind"}), json::field("model", &V::model, {"機種名", "Model"}),
        json::field("failed_on", &V::failed_on, {"故障した日", "Failed on"}),
        json::field("symptom", &V::symptom, {"症状", "Symptom"}));
}

struct SiteJobView {
    std::string id;
    std::string number;
    Text kind;
    Text state;
    LocalDay planned_on;
    int units;
};

inline auto describe(const SiteJobView*)
{
    using V = SiteJobView;
    return json::object<V>("SiteJob", json::field("id", &V::id), json::field("number", &V::number, {"番号", "Number"}),
        json::field("kind", &V::kind, {"種類", "Kind"}), json::field("state", &V::state, {"状態", "State"}),
        json::field("planned_on", &V::planned_on, {"予定日", "Planned on"}),
        json::field("units", &V::units, {"台数", "Units"}));
}

struct SiteSurveyView {
    std::string id;
    std::string title;
    int printers; ///< of the site
    int read;
};

inline auto describe(const SiteSurveyView*)
{
    using V = SiteSurveyView;
    return json::object<V>("SiteSurvey", json::field("id", &V::id), json::field("title", &V::title, {"題名", "Title"}),
        json::field("printers", &V::printers, {"プリンタ", "Printers"}),
        json::field("read", &V::read, {"読み取り済み", "Read"}));
}

struct SiteStocktakeView {
    std::string id;
    std::string title;
    LocalDay on;
    bool finished; ///< at this site
};

inline auto describe(const SiteStocktakeView*)
{
    using V = SiteStocktakeView;
    return json::object<V>("SiteStocktake", json::field("id", &V::id),
        json::field("title", &V::title, {"題名", "Title"}), json::field("on", &V::on, {"基準日", "As of"}),
        json::field("finished", &V::finished, {"この拠点は確認済み", "Finished at this site"}));
}

/// Entry to the site needs the city's permission.
struct SiteEntryRuleView {
    Text place;
    std::optional<std::string> from; ///< a time of day; none: at any hour
    Text permission;
    std::string clause;
};

inline auto describe(const SiteEntryRuleView*)
{
    using V = SiteEntryRuleView;
    return json::object<V>("SiteEntryRule", json::field("place", &V::place, {"場所", "Place"}),
        json::field("from", &V::from, {"何時から", "From what hour"}),
        json::field("permission", &V::permission, {"必要な許可", "Permission"}),
        json::field("clause", &V::clause, {"条項", "Clause"}));
}

struct SitePermitView {
    ApprovalId id;
    std::string number;
    Text kind;
    std::string title;
    std::string room;
    std::optional<Instant> begins_at;
    std::optional<Instant> until;
};

inline auto describe(const SitePermitView*)
{
    using V = SitePermitView;
    return json::object<V>("SitePermit", json::field("id", &V::id),
        json::field("number", &V::number, {"番号", "Number"}), json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("title", &V::title, {"件名", "Title"}), json::field("room", &V::room, {"部屋", "Room"}),
        json::field("begins_at", &V::begins_at, {"いつから", "From"}),
        json::field("until", &V::until, {"いつまで", "Until"}));
}

struct SiteVisitView {
    WorkRequestId request_id;
    std::string request_number;
    std::string request_title;
    Instant from;
    Instant until;
    std::string room;
    std::string people;
    std::string purpose;
    schedule::State state;
};

inline auto describe(const SiteVisitView*)
{
    using V = SiteVisitView;
    return json::object<V>("SiteVisit", json::field("request_id", &V::request_id),
        json::field("request_number", &V::request_number, {"管理番号", "Number"}),
        json::field("request_title", &V::request_title, {"作業名", "Work"}),
        json::field("from", &V::from, {"いつから", "From"}), json::field("until", &V::until, {"いつまで", "Until"}),
        json::field("room", &V::room, {"部屋", "Room"}), json::field("people", &V::people, {"来る人", "Who comes"}),
        json::field("purpose", &V::purpose, {"目的", "Purpose"}), json::field("state", &V::state, {"状態", "State"}));
}

/// What is going on at a site. Lists that the reader may not see at all are empty.
struct SiteWorkView {
    std::vector<SiteRequestView> requests;
    std::vector<SiteRepairView> repairs;
    std::vector<SiteJobView> jobs;
    std::vector<SiteSurveyView> surveys;
    std::vector<SiteStocktakeView> stocktakes;
    std::vector<SiteEntryRuleView> rules;
    std::vector<SitePermitView> permits;
    std::vector<SiteVisitView> visits;
};

inline auto describe(const SiteWorkView*)
{
    using V = SiteWorkView;
    return json::object<V>("SiteWork", json::field("requests", &V::requests, {"済んでいない作業依頼", "Open requests"}),
        json::field("repairs", &V::repairs, {"修理", "Repairs"}), json::field("jobs", &V::jobs, {"設置・撤去", "Jobs"}),
        json::field("surveys", &V::surveys, {"印刷枚数調査", "Page surveys"}),
        json::field("stocktakes", &V::stocktakes, {"棚卸", "Stock-takes"}),
        json::field("rules", &V::rules, {"立入りのきまり", "Rules of entry"}),
        json::field("permits", &V::permits, {"有効な許可", "Permissions in force"}),
        json::field("visits", &V::visits, {"訪問の予定", "Visits"}));
}

}
