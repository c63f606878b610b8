#pragma once
#include "features/activity/activity.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::activity {

/// A record as the API shows it.
struct ActivityView {
    ActivityId id;
    std::string number;
    std::string work_type;
    Text work_type_label;
    std::string title;
    std::string asked_by;
    std::string what;
    std::string result;
    LocalDay done_on;
    double hours;
    std::string performed_by;
    std::optional<WorkRequestId> request_id;
    std::string request_number;
    std::string permission;
    bool lacks_permission;
    std::string entered_by;
    Instant entered_at;
    std::optional<Instant> cancelled_at;
    std::string cancelled_by;
    std::string cancelled_because;
    bool may_keep; ///< correct it and strike it out
    int version;
};

inline auto describe(const ActivityView*)
{
    using V = ActivityView;
    return json::object<V>("Activity", json::field("id", &V::id), json::field("number", &V::number, {"番号", "Number"}),
        json::field("work_type", &V::work_type, {"作業の種類", "Kind of work"}),
        json::field("work_type_label", &V::work_type_label), json::field("title", &V::title, {"件名", "Title"}),
        json::field("asked_by", &V::asked_by, {"求めた人", "Asked by"}),
        json::field("what", &V::what, {"対応の内容", "What was done"}),
        json::field("result", &V::result, {"結果", "Result"}),
        json::field("done_on", &V::done_on, {"対応した日", "Done on"}),
        json::field("hours", &V::hours, {"工数(時間)", "Hours"}, json::decimals(1)),
        json::field("performed_by", &V::performed_by, {"対応した人", "Performed by"}),
        json::field("request_id", &V::request_id), json::field("request_number", &V::request_number),
        json::field("permission", &V::permission, {"事前の承認", "Approval beforehand"}),
        json::field("lacks_permission", &V::lacks_permission, {"事前の承認がない", "Without approval beforehand"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}),
        json::field("cancelled_at", &V::cancelled_at, {"取消しの日時", "Struck out at"}),
        json::field("cancelled_by", &V::cancelled_by, {"取り消した人", "Struck out by"}),
        json::field("cancelled_because", &V::cancelled_because, {"取消しの理由", "Why it was struck out"}),
        json::field("may_keep", &V::may_keep), json::field("version", &V::version, {"版", "Version"}));
}

struct TotalView {
    std::string work_type;
    Text label;
    int activities;
    double hours;
};

inline auto describe(const TotalView*)
{
    using V = TotalView;
    return json::object<V>("ActivityTotal", json::field("work_type", &V::work_type), json::field("label", &V::label),
        json::field("activities", &V::activities, {"件数", "Count"}),
        json::field("hours", &V::hours, {"工数(時間)", "Hours"}, json::decimals(1)));
}

struct WorkTypeChoice {
    std::string id;
    Text label;
    std::string clause;
};

inline auto describe(const WorkTypeChoice*)
{
    using V = WorkTypeChoice;
    return json::object<V>("ActivityWorkType", json::field("id", &V::id), json::field("label", &V::label),
        json::field("clause", &V::clause));
}

struct ActivityPage {
    std::vector<ActivityView> items;
    std::optional<std::string> next_cursor;
    std::vector<TotalView> totals; ///< of all that is asked for, not of this page; without what was struck out
    std::vector<WorkTypeChoice> work_types; ///< that are logged here
};

inline auto describe(const ActivityPage*)
{
    using V = ActivityPage;
    return json::object<V>("ActivityPage", json::field("items", &V::items), json::field("next_cursor", &V::next_cursor),
        json::field("totals", &V::totals, {"合計", "Totals"}),
        json::field("work_types", &V::work_types, {"選べる作業の種類", "Kinds of work to choose from"}));
}

ActivityView view_of(const contract::Profile&, const Activity&, const Actor&);
TotalView view_of(const contract::Profile&, const Total&);
std::vector<WorkTypeChoice> choices(const contract::Profile&);

}
