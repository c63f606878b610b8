#pragma once
#include "features/device/movement.hpp"
#include "features/device/movement_filter.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::device {

struct UnitQuery {
    std::optional<LocalDay> on; ///< today unless it is given
    std::optional<std::string> site;
    std::optional<std::string> device_class;
    std::optional<std::string> division;
    std::optional<Use> use;
    std::optional<std::string> q;
    std::optional<std::string> cursor;
    int limit = 100;
};

inline auto describe(const UnitQuery*)
{
    using Q = UnitQuery;
    return json::object<Q>("UnitQuery", json::field("on", &Q::on, {"基準日", "As of"}),
        json::field("site", &Q::site, {"拠点", "Site"}, json::length(0, 100)),
        json::field("class", &Q::device_class, {"機器の区分", "Class"}, json::length(0, 100)),
        json::field("division", &Q::division, {"システムの区分", "Division"}, json::length(0, 100)),
        json::field("use", &Q::use, {"使い方", "Use"}),
        json::field("q", &Q::q, {"検索語", "Words"}, json::length(0, 100)),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 300)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

struct DayQuery {
    std::optional<LocalDay> on; ///< today unless it is given
};

inline auto describe(const DayQuery*)
{
    using Q = DayQuery;
    return json::object<Q>("DayQuery", json::field("on", &Q::on, {"基準日", "As of"}));
}

struct MovementQuery {
    std::optional<std::string> device;
    std::optional<std::string> site;
    std::optional<std::string> device_class;
    std::optional<std::string> q;
    std::optional<Cause> cause;
    std::optional<std::string> entered_by;
    std::optional<LocalDay> from;
    std::optional<LocalDay> to;
    Timing timing = Timing::all;
    std::optional<std::string> cursor;
    int limit = 100;
};

inline auto describe(const MovementQuery*)
{
    using Q = MovementQuery;
    return json::object<Q>("MovementQuery", json::field("device", &Q::device, {"機器", "Unit"}, json::length(0, 100)),
        json::field("site", &Q::site, {"異動前か異動後の拠点", "Site left or come to"}, json::length(0, 100)),
        json::field("class", &Q::device_class, {"機器の区分", "Class"}, json::length(0, 100)),
        json::field("q", &Q::q, {"検索語（機器ID・種類・機種）", "Words of the unit"}, json::length(0, 100)),
        json::field("cause", &Q::cause, {"異動の理由", "Cause"}),
        json::field("entered_by", &Q::entered_by, {"記入した人", "Entered by"}, json::length(0, 200)),
        json::field("from", &Q::from, {"異動日（から）", "Moved on or after"}),
        json::field("to", &Q::to, {"異動日（まで）", "Moved on or before"}),
        json::field("timing", &Q::timing, {"予定・遅れ", "Planned or late"}, json::defaulted()),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 300)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

struct MoveUnit {
    LocalDay on;
    std::optional<SiteId> site_id;
    std::string place;
    Use use = Use::in_service;
    Cause cause = Cause::relocation;
    std::optional<WorkRequestId> request_id;
    std::string note;
    std::optional<std::string> address; ///< the new one; none: it stays as it is; empty: no longer any
    std::optional<LocalDay> planned_on; ///< when it was to happen
};

inline auto describe(const MoveUnit*)
{
    using B = MoveUnit;
    return json::object<B>("MoveUnit", json::field("on", &B::on, {"異動日", "Moved on"}),
        json::field("site_id", &B::site_id, {"拠点", "Site"}),
        json::field("place", &B::place, {"場所", "Place"}, json::length(0, 200), json::defaulted()),
        json::field("use", &B::use, {"使い方", "Use"}), json::field("cause", &B::cause, {"異動の理由", "Cause"}),
        json::field("request_id", &B::request_id, {"作業依頼", "Work request"}),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()),
        json::field("address", &B::address, {"IPアドレス", "IP address"}, json::length(0, 60)),
        json::field("planned_on", &B::planned_on, {"予定していた日", "Planned on"}));
}

struct ExchangeUnit {
    LocalDay on;
    DeviceId spare_id;
    std::optional<SiteId> site_id; ///< where the failed unit is taken
    std::string place;
    Use use = Use::repair;
    std::optional<WorkRequestId> request_id;
    std::string note;
};

inline auto describe(const ExchangeUnit*)
{
    using B = ExchangeUnit;
    return json::object<B>("ExchangeUnit", json::field("on", &B::on, {"交換した日", "Exchanged on"}),
        json::field("spare_id", &B::spare_id, {"代わりに置いた予備機", "Spare that took its place"}),
        json::field("site_id", &B::site_id, {"引き取った先の拠点", "Where the unit was taken"}),
        json::field("place", &B::place, {"引き取った先の場所", "Place there"}, json::length(0, 200), json::defaulted()),
        json::field("use", &B::use, {"引き取った機器の状態", "What the unit is now"}),
        json::field("request_id", &B::request_id, {"作業依頼", "Work request"}),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()));
}

}
