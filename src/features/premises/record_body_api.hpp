#pragma once
#include "features/premises/record_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::premises {

struct EntryRecordQuery {
    RecordsShown shown = RecordsShown::all;
    std::optional<std::string> site = {};
    std::optional<std::string> room = {};
    std::optional<std::string> person = {};
    std::optional<LocalDay> from = {};
    std::optional<LocalDay> until = {};
    std::optional<std::string> cursor = {};
    int limit = 100;
};

inline auto describe(const EntryRecordQuery*)
{
    using Q = EntryRecordQuery;
    return json::object<Q>("EntryRecordQuery",
        json::field("shown", &Q::shown, {"中にいる・済み", "Inside or past"}, json::defaulted()),
        json::field("site", &Q::site, {"拠点", "Site"}, json::length(0, 100)),
        json::field("room", &Q::room, {"部屋", "Room"}, json::length(0, 100)),
        json::field("person", &Q::person, {"人", "Person"}, json::length(0, 100)),
        json::field("from", &Q::from, {"期間の初日", "First day"}),
        json::field("until", &Q::until, {"期間の末日", "Last day"}),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 300)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 200), json::defaulted()));
}

/// Somebody goes in; without a time: now.
struct WriteEntryRecord {
    ControlledRoomId room_id = {};
    std::optional<WorkerId> worker_id = {};
    std::string name = {};
    std::string affiliation = {};
    std::optional<Instant> in_at = {};
    std::optional<Instant> out_at = {};
    std::string purpose = {};
    std::optional<WorkRequestId> request_id = {};
    std::string attendant = {};
};

inline auto describe(const WriteEntryRecord*)
{
    using B = WriteEntryRecord;
    return json::object<B>("WriteEntryRecord", json::field("room_id", &B::room_id, {"部屋", "Room"}),
        json::field("worker_id", &B::worker_id, {"名簿の人", "Person of the roster"}),
        json::field("name", &B::name, {"名前", "Name"}, json::length(0, 200), json::defaulted()),
        json::field("affiliation", &B::affiliation, {"所属", "Affiliation"}, json::length(0, 200), json::defaulted()),
        json::field("in_at", &B::in_at, {"入室", "In"}), json::field("out_at", &B::out_at, {"退室", "Out"}),
        json::field("purpose", &B::purpose, {"目的", "Purpose"}, json::length(1, 500)),
        json::field("request_id", &B::request_id, {"作業依頼", "Work request"}),
        json::field("attendant", &B::attendant, {"立ち会った市の人", "Who of the city was there"}, json::length(0, 200),
            json::defaulted()));
}

struct LeaveRoom {
    std::optional<Instant> out_at = {};
};

inline auto describe(const LeaveRoom*)
{
    using B = LeaveRoom;
    return json::object<B>("LeaveRoom", json::field("out_at", &B::out_at, {"退室", "Out"}));
}

struct CorrectEntryRecord {
    WriteEntryRecord record = {};
    std::string reason = {};
};

inline auto describe(const CorrectEntryRecord*)
{
    using B = CorrectEntryRecord;
    return json::object<B>("CorrectEntryRecord", json::field("record", &B::record, {"正しい記録", "The right record"}),
        json::field("reason", &B::reason, {"訂正の理由", "Reason of the correction"}, json::length(1, 1000)));
}

struct SeenRecord {
    EntryRecordId id = {};
    int version = 1;
};

inline auto describe(const SeenRecord*)
{
    using B = SeenRecord;
    return json::object<B>("SeenEntryRecord", json::field("id", &B::id),
        json::field("version", &B::version, {"版", "Version"}, json::range(1, 1'000'000)));
}

struct ConfirmRecords {
    std::vector<SeenRecord> items = {};
};

inline auto describe(const ConfirmRecords*)
{
    using B = ConfirmRecords;
    return json::object<B>(
        "ConfirmEntryRecords", json::field("items", &B::items, {"確認する記録", "Records"}, json::items(1, 200)));
}

}
