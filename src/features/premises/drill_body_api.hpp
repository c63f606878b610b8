#pragma once
#include "features/premises/drill.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::premises {

struct DrillQuery {
    std::optional<std::string> site = {};
    std::optional<DrillKind> kind = {};
    std::optional<std::string> person = {};
    std::optional<LocalDay> from = {};
    std::optional<LocalDay> until = {};
    std::optional<std::string> cursor = {};
    int limit = 100;
};

inline auto describe(const DrillQuery*)
{
    using Q = DrillQuery;
    return json::object<Q>("DrillQuery", json::field("site", &Q::site, {"拠点", "Site"}, json::length(0, 100)),
        json::field("kind", &Q::kind, {"種類", "Kind"}),
        json::field("person", &Q::person, {"人", "Person"}, json::length(0, 100)),
        json::field("from", &Q::from, {"期間の初日", "First day"}),
        json::field("until", &Q::until, {"期間の末日", "Last day"}),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 300)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

struct WriteAttendee {
    WorkerId worker_id = {};
    bool attended = true;
    std::string reason = {};
};

inline auto describe(const WriteAttendee*)
{
    using B = WriteAttendee;
    return json::object<B>("WriteDrillAttendee", json::field("worker_id", &B::worker_id, {"名簿の人", "Person"}),
        json::field("attended", &B::attended, {"参加した", "Took part"}),
        json::field(
            "reason", &B::reason, {"参加しなかった理由", "Why absent"}, json::length(0, 500), json::defaulted()));
}

struct WriteDrill {
    SiteId site_id = {};
    LocalDay on = {};
    DrillKind kind = DrillKind::disaster;
    std::string asked = {};
    std::string result = {};
    std::vector<WriteAttendee> attendees = {};
};

inline auto describe(const WriteDrill*)
{
    using B = WriteDrill;
    return json::object<B>("WriteDrill", json::field("site_id", &B::site_id, {"拠点", "Site"}),
        json::field("on", &B::on, {"日付", "Day"}), json::field("kind", &B::kind, {"種類", "Kind"}),
        json::field("asked", &B::asked, {"求められたこと", "What was asked"}, json::length(1, 1000)),
        json::field("result", &B::result, {"結果", "Result"}, json::length(0, 2000), json::defaulted()),
        json::field(
            "attendees", &B::attendees, {"出欠", "Attendance"}, json::items(0, most_attendees), json::defaulted()));
}

struct CorrectDrill {
    WriteDrill drill = {};
    std::string reason = {};
};

inline auto describe(const CorrectDrill*)
{
    using B = CorrectDrill;
    return json::object<B>("CorrectDrill", json::field("drill", &B::drill, {"正しい記録", "The right record"}),
        json::field("reason", &B::reason, {"訂正の理由", "Reason of the correction"}, json::length(1, 1000)));
}

}
