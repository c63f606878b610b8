#pragma once
#include "features/activity/activity.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::activity {

struct ActivityQuery {
    std::optional<std::string> work_type;
    std::optional<LocalDay> first;
    std::optional<LocalDay> last;
    std::optional<std::string> q;
    bool cancelled = false;
    std::optional<std::string> cursor;
    int limit = 100;
};

inline auto describe(const ActivityQuery*)
{
    using Q = ActivityQuery;
    return json::object<Q>("ActivityQuery",
        json::field("work_type", &Q::work_type, {"作業の種類", "Kind of work"}, json::length(0, 60)),
        json::field("first", &Q::first, {"この日から", "From this day"}),
        json::field("last", &Q::last, {"この日まで", "To this day"}),
        json::field("q", &Q::q, {"検索語", "Words"}, json::length(0, 100)),
        json::field("cancelled", &Q::cancelled, {"取り消したものも", "Struck out ones too"}, json::defaulted()),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 100)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

struct WriteActivity {
    std::string work_type;
    std::string title;
    std::string asked_by;
    std::string what;
    std::string result;
    LocalDay done_on;
    double hours = 0;
    std::string performed_by;
    std::optional<WorkRequestId> request_id;
};

inline auto describe(const WriteActivity*)
{
    using B = WriteActivity;
    return json::object<B>("WriteActivity",
        json::field("work_type", &B::work_type, {"作業の種類", "Kind of work"}, json::length(1, 60)),
        json::field("title", &B::title, {"件名", "Title"}, json::length(1, 200)),
        json::field("asked_by", &B::asked_by, {"求めた人", "Asked by"}, json::length(0, 200), json::defaulted()),
        json::field("what", &B::what, {"対応の内容", "What was done"}, json::length(1, 5000)),
        json::field("result", &B::result, {"結果", "Result"}, json::length(0, 5000), json::defaulted()),
        json::field("done_on", &B::done_on, {"対応した日", "Done on"}),
        json::field("hours", &B::hours, {"工数(時間)", "Hours"}, json::decimals(1), json::range(0, 999.9)),
        json::field("performed_by", &B::performed_by, {"対応した人", "Performed by"}, json::length(1, 200)),
        json::field("request_id", &B::request_id, {"関係する依頼", "Work request"}));
}

struct CancelActivity {
    std::string reason;
};

inline auto describe(const CancelActivity*)
{
    using B = CancelActivity;
    return json::object<B>(
        "CancelActivity", json::field("reason", &B::reason, {"理由", "Reason"}, json::length(1, 1000)));
}

}
