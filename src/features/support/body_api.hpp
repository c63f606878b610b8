#pragma once
#include "features/support/pattern.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::support {

struct WindowQuery {
    std::optional<std::string> device_class = {};
    std::optional<std::string> severity = {};
    std::optional<std::string> site = {}; ///< the id
    std::optional<Instant> at = {};
};

inline auto describe(const WindowQuery*)
{
    using Q = WindowQuery;
    return json::object<Q>("SupportWindowQuery",
        json::field("class", &Q::device_class, {"機器の種別", "Device class"}, json::length(0, 100)),
        json::field("severity", &Q::severity, {"重さ", "Severity"}, json::length(0, 100)),
        json::field("site", &Q::site, {"拠点", "Site"}, json::length(0, 100)),
        json::field("at", &Q::at, {"指示の時刻", "Moment of the instruction"}));
}

struct PlanQuery {
    std::optional<LocalDay> from = {};
};

inline auto describe(const PlanQuery*)
{
    return json::object<PlanQuery>("OnCallPlanQuery", json::field("from", &PlanQuery::from, {"最初の日", "First day"}));
}

struct WriteShift {
    Instant from = {};
    Instant until = {};
    std::string person = {};
    std::string phone = {};
    Rank rank = Rank::primary;
    std::string note = {};
};

inline auto describe(const WriteShift*)
{
    using B = WriteShift;
    return json::object<B>("WriteOnCallShift", json::field("from", &B::from, {"始まり", "From"}),
        json::field("until", &B::until, {"終わり", "Until"}),
        json::field("person", &B::person, {"連絡先の人", "Person"}, json::length(1, 100)),
        json::field("phone", &B::phone, {"電話", "Phone"}, json::length(1, 50)),
        json::field("rank", &B::rank, {"順", "Rank"}, json::defaulted()),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 500), json::defaulted()));
}

struct RemoveShift {
    std::string reason = {};
};

inline auto describe(const RemoveShift*)
{
    using B = RemoveShift;
    return json::object<B>(
        "RemoveOnCallShift", json::field("reason", &B::reason, {"取り消す理由", "Why"}, json::length(1, 500)));
}

struct WriteCallee {
    std::string person = {};
    std::string phone = {};
};

inline auto describe(const WriteCallee*)
{
    using B = WriteCallee;
    return json::object<B>("WriteOnCallPerson",
        json::field("person", &B::person, {"連絡先の人", "Person"}, json::length(1, 100)),
        json::field("phone", &B::phone, {"電話", "Phone"}, json::length(1, 50)));
}

struct WritePattern {
    LocalDay first = {};
    LocalDay last = {};
    Shape shape = Shape::outside_hours;
    int from_minute = 0;
    int until_minute = 0;
    std::vector<int> weekdays = {};
    std::vector<WriteCallee> people = {};
    Turn turn = Turn::week;
    Rank rank = Rank::primary;
    bool save = false;
};

inline auto describe(const WritePattern*)
{
    using B = WritePattern;
    return json::object<B>("WriteOnCallPattern", json::field("first", &B::first, {"最初の日", "First day"}),
        json::field("last", &B::last, {"最後の日", "Last day"}),
        json::field("shape", &B::shape, {"くり返しの形", "Shape"}),
        json::field("from_minute", &B::from_minute, {"始まり（0時からの分）", "From, minutes after midnight"},
            json::range(0, 1440), json::defaulted()),
        json::field("until_minute", &B::until_minute, {"終わり（0時からの分）", "Until, minutes after midnight"},
            json::range(0, 1440), json::defaulted()),
        json::field("weekdays", &B::weekdays, {"始まる曜日（0は日曜日）", "Weekdays of the beginning, 0 is Sunday"},
            json::items(0, 7), json::range(0, 6), json::defaulted()),
        json::field("people", &B::people, {"交代する人", "People in turn"}, json::items(1, 50)),
        json::field("turn", &B::turn, {"交代", "Turn"}, json::defaulted()),
        json::field("rank", &B::rank, {"順", "Rank"}, json::defaulted()),
        json::field("save", &B::save, {"保存する", "Save"}, json::defaulted()));
}

struct WriteShiftList {
    std::string text = {};
    bool save = false;
};

inline auto describe(const WriteShiftList*)
{
    using B = WriteShiftList;
    return json::object<B>("WriteOnCallList",
        json::field("text", &B::text, {"貼り付けた一覧", "Pasted list"}, json::length(1, 100'000)),
        json::field("save", &B::save, {"保存する", "Save"}, json::defaulted()));
}

}
