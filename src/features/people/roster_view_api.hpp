#pragma once
#include "core/calendar.hpp"
#include "features/contract/profile.hpp"
#include "features/people/entry_view_api.hpp"
#include "features/people/people_store.hpp"
#include "features/people/roster_columns.hpp"

namespace hoshuban::people {

/// A column that the contract wants to be reported.
struct ReportFieldView {
    RosterField field;
    Text label;
};

inline auto describe(const ReportFieldView*)
{
    using V = ReportFieldView;
    return json::object<V>("RosterReportField", json::field("field", &V::field), json::field("label", &V::label));
}

/// What the contract says about the roster, and the first day on which a change told today takes effect.
struct RosterRulesView {
    std::string clause;
    int notice_days;
    DueKind notice_kind;
    LocalDay earliest;
    bool forecast;
    Text explanation;
    bool city_is_told;
    Text notice_label;
    bool emergency;
    bool responsible_fixed;
    bool training;
    bool pledge;
    bool measures;
    std::vector<StaffDuty> duties;
    std::vector<ReportFieldView> report_fields;
};

inline auto describe(const RosterRulesView*)
{
    using V = RosterRulesView;
    return json::object<V>("RosterRules", json::field("clause", &V::clause, {"根拠", "Clause"}),
        json::field("notice_days", &V::notice_days, {"届出の日数", "Days of notice"}),
        json::field("notice_kind", &V::notice_kind, {"日の数え方", "Which days count"}),
        json::field("earliest", &V::earliest, {"最も早い効力の日", "Earliest day of effect"}),
        json::field("forecast", &V::forecast, {"予測", "Forecast"}),
        json::field("explanation", &V::explanation, {"数え方", "How it was counted"}),
        json::field("city_is_told", &V::city_is_told, {"市に届け出る", "The city is told"}),
        json::field("notice_label", &V::notice_label, {"届出の名", "Name of the notice"}),
        json::field("emergency", &V::emergency, {"緊急の届出がある", "Knows emergencies"}),
        json::field("responsible_fixed", &V::responsible_fixed,
            {"業務責任者の変更は市の求めか承認による", "The responsible person changes only with the city"}),
        json::field("training", &V::training, {"教育が要る", "Training is needed"}),
        json::field("pledge", &V::pledge, {"誓約書が要る", "A pledge is needed"}),
        json::field("measures", &V::measures, {"市は措置を求められる", "The city may demand measures"}),
        json::field("duties", &V::duties, {"置く役割", "Named duties"}),
        json::field("report_fields", &V::report_fields, {"報告する項目", "Columns to report"}));
}

Result<RosterRulesView> rules_of(const contract::Profile&, const WorkingCalendar&, LocalDay today);

/// A paper about people that can be written now, and the day it is about.
struct ReadyPaperView {
    std::string id;
    Text name;
    std::string clause;
    LocalDay day;
};

inline auto describe(const ReadyPaperView*)
{
    using V = ReadyPaperView;
    return json::object<V>("RosterPaper", json::field("id", &V::id),
        json::field("name", &V::name, {"書類の名", "Name of the paper"}),
        json::field("clause", &V::clause, {"根拠", "Clause"}),
        json::field("day", &V::day, {"いつの", "As of, or from"}));
}

struct RosterView {
    LocalDay as_of;
    Text label;
    RosterRulesView rules;
    std::vector<WorkerView> items;
    std::vector<ChangeView> announced; ///< open announcements and what takes effect after today
    std::vector<StaffDuty> missing_duties = {};
    std::vector<ReadyPaperView> papers = {};
    bool contacts_shown = false;
    bool can_keep = false;
};

inline auto describe(const RosterView*)
{
    using V = RosterView;
    return json::object<V>("Roster", json::field("as_of", &V::as_of, {"基準日", "As of"}),
        json::field("label", &V::label, {"名簿の名", "Name of the roster"}), json::field("rules", &V::rules),
        json::field("items", &V::items), json::field("announced", &V::announced, {"届出中", "Announced"}),
        json::field("missing_duties", &V::missing_duties, {"欠けている役割", "Missing duties"}),
        json::field("papers", &V::papers, {"作れる通知書", "Papers that can be written"}),
        json::field("contacts_shown", &V::contacts_shown), json::field("can_keep", &V::can_keep));
}

/// One row of what a worker is assigned to.
struct WorkerAssignmentView {
    WorkRequestId request_id;
    std::string number;
    std::string title;
    std::string task;
    LocalDay first_day;
    LocalDay last_day;
};

inline auto describe(const WorkerAssignmentView*)
{
    using V = WorkerAssignmentView;
    return json::object<V>("WorkerAssignment", json::field("request_id", &V::request_id),
        json::field("number", &V::number, {"管理番号", "Number"}), json::field("title", &V::title, {"作業名", "Work"}),
        json::field("task", &V::task, {"担当する作業", "Task"}),
        json::field("first_day", &V::first_day, {"初日", "First day"}),
        json::field("last_day", &V::last_day, {"最終日", "Last day"}));
}

inline auto describe(const Demand*)
{
    using D = Demand;
    return json::object<D>("StaffDemand", json::field("id", &D::id),
        json::field("reason", &D::reason, {"理由", "Reason"}),
        json::field("demanded_at", &D::demanded_at, {"求めた日時", "Demanded at"}),
        json::field("demanded_by", &D::demanded_by, {"求めた人", "Demanded by"}),
        json::field("answer", &D::answer, {"回答", "Answer"}),
        json::field("answered_at", &D::answered_at, {"回答した日時", "Answered at"}),
        json::field("answered_by", &D::answered_by, {"回答した人", "Answered by"}),
        json::field("closed_at", &D::closed_at, {"終了した日時", "Closed at"}));
}

struct WorkerDetailView {
    WorkerView worker;
    std::vector<ChangeView> changes; ///< the newest first
    std::vector<Training> trainings;
    std::vector<WorkerAssignmentView> assignments;
    std::vector<Demand> demands;
    bool can_demand = false;
    bool can_keep = false;
};

inline auto describe(const WorkerDetailView*)
{
    using V = WorkerDetailView;
    return json::object<V>("WorkerDetail", json::field("worker", &V::worker), json::field("changes", &V::changes),
        json::field("trainings", &V::trainings), json::field("assignments", &V::assignments),
        json::field("demands", &V::demands), json::field("can_demand", &V::can_demand),
        json::field("can_keep", &V::can_keep));
}

}
