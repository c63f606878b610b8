#pragma once
#include "features/media/check.hpp"
#include "features/media/medium.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>

namespace hoshuban::media {

struct MediaQuery {
    std::optional<State> state;
    std::optional<std::string> q;
    std::optional<std::string> cursor;
    int limit = 100;
};

inline auto describe(const MediaQuery*)
{
    using Q = MediaQuery;
    return json::object<Q>("MediaQuery", json::field("state", &Q::state, {"状態", "State"}),
        json::field("q", &Q::q, {"検索語", "Words"}, json::length(0, 100)),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 100)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

/// A medium as it is registered or corrected.
struct RegisterMedium {
    std::string label;
    Kind kind = Kind::usb;
    std::string name;
    std::string purpose;
    std::string keeper;
    std::string storage_place;
    bool recovery = false;
};

inline auto describe(const RegisterMedium*)
{
    using B = RegisterMedium;
    return json::object<B>("RegisterMedium",
        json::field("label", &B::label, {"媒体番号", "Label"}, json::length(1, 60)),
        json::field("kind", &B::kind, {"種類", "Kind"}),
        json::field("name", &B::name, {"内容", "Content"}, json::length(1, 200)),
        json::field("purpose", &B::purpose, {"目的", "Purpose"}, json::length(1, 500)),
        json::field("keeper", &B::keeper, {"管理者", "Keeper"}, json::length(1, 200)),
        json::field("storage_place", &B::storage_place, {"保管場所", "Place of storage"}, json::length(1, 200)),
        json::field("recovery", &B::recovery, {"リカバリメディア", "Recovery medium"}, json::defaulted()));
}

struct RecordMovement {
    Move move = Move::taken_out;
    std::optional<Instant> at;
    std::string person;
    std::string place;
    std::string note;
};

inline auto describe(const RecordMovement*)
{
    using B = RecordMovement;
    return json::object<B>("RecordMediumMovement", json::field("move", &B::move, {"種類", "Kind"}),
        json::field("at", &B::at, {"日時", "At"}),
        json::field("person", &B::person, {"だれが", "Who"}, json::length(1, 200)),
        json::field("place", &B::place, {"どこ", "Where"}, json::length(1, 200)),
        json::field("note", &B::note, {"目的・事情", "Purpose"}, json::length(1, 1000)));
}

/// A check that a person made with a tool of his own.
struct RecordCheck {
    std::optional<Instant> checked_at;
    std::string checked_by;
    std::string tool;
    LocalDay definitions_on;
    Verdict verdict = Verdict::running;
    std::string note;
};

inline auto describe(const RecordCheck*)
{
    using B = RecordCheck;
    return json::object<B>("RecordMediumCheck",
        json::field("checked_at", &B::checked_at, {"チェック日時", "Checked at"}),
        json::field("checked_by", &B::checked_by, {"チェックした人", "Checked by"}, json::length(1, 200)),
        json::field("tool", &B::tool, {"検査プログラム", "Tool"}, json::length(1, 200)),
        json::field("definitions_on", &B::definitions_on, {"定義ファイルの日付", "Date of its definitions"}),
        json::field("verdict", &B::verdict, {"結果", "Result"}),
        json::field("note", &B::note, {"備考", "Note"}, json::length(0, 1000), json::defaulted()));
}

struct FileName {
    std::string name;
};

inline auto describe(const FileName*)
{
    return json::object<FileName>(
        "CheckedFileName", json::field("name", &FileName::name, {"ファイル名", "File name"}, json::length(1, 200)));
}

struct PlanUse {
    WorkRequestId request_id;
    std::optional<DeviceId> device_id;
    Instant planned_at;
    std::string purpose;
};

inline auto describe(const PlanUse*)
{
    using B = PlanUse;
    return json::object<B>("PlanMediumUse", json::field("request_id", &B::request_id, {"作業依頼", "Work request"}),
        json::field("device_id", &B::device_id, {"機器", "Device"}),
        json::field("planned_at", &B::planned_at, {"使う予定の日時", "Planned for"}),
        json::field("purpose", &B::purpose, {"使う目的", "Purpose"}, json::length(1, 500)));
}

struct RecordUse {
    std::optional<Instant> used_at;
    std::string used_by;
};

inline auto describe(const RecordUse*)
{
    using B = RecordUse;
    return json::object<B>("RecordMediumUse", json::field("used_at", &B::used_at, {"使った日時", "Used at"}),
        json::field("used_by", &B::used_by, {"使った人", "Used by"}, json::length(1, 200)));
}

struct PlannedQuery {
    WorkRequestId request;
};

inline auto describe(const PlannedQuery*)
{
    return json::object<PlannedQuery>(
        "PlannedMediaQuery", json::field("request", &PlannedQuery::request, {"作業依頼", "Work request"}));
}

}
