#pragma once
#include "features/premises/drill.hpp"
#include "features/premises/record_store.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::premises {

struct ControlledRoomView {
    ControlledRoomId id = {};
    SiteId site_id = {};
    std::string site = {};
    std::string name = {};
    std::string floor = {};
    std::string procedure = {};
    std::optional<LocalDay> closed_on = {};
    int inside = 0;
    int version = 1;
};

inline auto describe(const ControlledRoomView*)
{
    using V = ControlledRoomView;
    return json::object<V>("ControlledRoom", json::field("id", &V::id), json::field("site_id", &V::site_id),
        json::field("site", &V::site, {"拠点", "Site"}), json::field("name", &V::name, {"部屋の名前", "Name"}),
        json::field("floor", &V::floor, {"階", "Floor"}),
        json::field("procedure", &V::procedure, {"市の入退室の手続", "The city's procedure"}),
        json::field("closed_on", &V::closed_on, {"閉じた日", "Closed from"}),
        json::field("inside", &V::inside, {"いま中にいる人数", "People inside"}),
        json::field("version", &V::version, {"版", "Version"}));
}

struct ControlledRoomList {
    std::vector<ControlledRoomView> items = {};
    bool may_keep = false;
};

inline auto describe(const ControlledRoomList*)
{
    using V = ControlledRoomList;
    return json::object<V>(
        "ControlledRoomList", json::field("items", &V::items), json::field("may_keep", &V::may_keep));
}

struct SeenView {
    int version = 0;
    std::string by = {};
    Instant at = {};
};

inline auto describe(const SeenView*)
{
    using V = SeenView;
    return json::object<V>("PremisesSeen", json::field("version", &V::version, {"確認した版", "Version seen"}),
        json::field("by", &V::by, {"確認した市の人", "Seen by"}), json::field("at", &V::at, {"確認日時", "Seen at"}));
}

struct RecordVersionView {
    int version = 1;
    EntryAct act = EntryAct::entered;
    std::string room = {};
    std::string name = {};
    std::string affiliation = {};
    Instant in_at = {};
    std::optional<Instant> out_at = {};
    std::string purpose = {};
    std::string request_number = {};
    std::string attendant = {};
    std::string reason = {};
    std::string entered_by = {};
    Instant entered_at = {};
};

inline auto describe(const RecordVersionView*)
{
    using V = RecordVersionView;
    return json::object<V>("EntryRecordVersion", json::field("version", &V::version, {"版", "Version"}),
        json::field("act", &V::act, {"記録の種類", "Act"}), json::field("room", &V::room, {"部屋", "Room"}),
        json::field("name", &V::name, {"名前", "Name"}),
        json::field("affiliation", &V::affiliation, {"所属", "Affiliation"}),
        json::field("in_at", &V::in_at, {"入室", "In"}), json::field("out_at", &V::out_at, {"退室", "Out"}),
        json::field("purpose", &V::purpose, {"目的", "Purpose"}),
        json::field("request_number", &V::request_number, {"作業依頼", "Work request"}),
        json::field("attendant", &V::attendant, {"立ち会った市の人", "Who of the city was there"}),
        json::field("reason", &V::reason, {"理由", "Reason"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}));
}

/// A record as the API shows it; a list leaves the versions out.
struct EntryRecordView {
    EntryRecordId id = {};
    SiteId site_id = {};
    std::string site = {};
    ControlledRoomId room_id = {};
    std::string room = {};
    std::string floor = {};
    std::optional<WorkerId> worker_id = {};
    std::string name = {};
    std::string affiliation = {};
    Instant in_at = {};
    std::optional<Instant> out_at = {};
    std::string purpose = {};
    std::optional<WorkRequestId> request_id = {};
    std::string request_number = {};
    std::string attendant = {};
    bool withdrawn = false;
    std::optional<SeenView> seen = {};
    std::vector<RecordVersionView> versions = {};
    bool may_keep = false;
    bool may_confirm = false;
    int version = 1;
};

inline auto describe(const EntryRecordView*)
{
    using V = EntryRecordView;
    return json::object<V>("EntryRecord", json::field("id", &V::id), json::field("site_id", &V::site_id),
        json::field("site", &V::site, {"拠点", "Site"}), json::field("room_id", &V::room_id),
        json::field("room", &V::room, {"部屋", "Room"}), json::field("floor", &V::floor, {"階", "Floor"}),
        json::field("worker_id", &V::worker_id, {"名簿の人", "Person of the roster"}),
        json::field("name", &V::name, {"名前", "Name"}),
        json::field("affiliation", &V::affiliation, {"所属", "Affiliation"}),
        json::field("in_at", &V::in_at, {"入室", "In"}), json::field("out_at", &V::out_at, {"退室", "Out"}),
        json::field("purpose", &V::purpose, {"目的", "Purpose"}), json::field("request_id", &V::request_id),
        json::field("request_number", &V::request_number, {"作業依頼", "Work request"}),
        json::field("attendant", &V::attendant, {"立ち会った市の人", "Who of the city was there"}),
        json::field("withdrawn", &V::withdrawn, {"取り消した記録", "Withdrawn"}),
        json::field("seen", &V::seen, {"市の確認", "Seen by the city"}),
        json::field("versions", &V::versions, {"すべての版", "Every version"}), json::field("may_keep", &V::may_keep),
        json::field("may_confirm", &V::may_confirm), json::field("version", &V::version, {"版", "Version"}));
}

struct EntryRecordPage {
    std::vector<EntryRecordView> items = {};
    std::optional<std::string> next_cursor = {};
};

inline auto describe(const EntryRecordPage*)
{
    using V = EntryRecordPage;
    return json::object<V>(
        "EntryRecordPage", json::field("items", &V::items), json::field("next_cursor", &V::next_cursor));
}

struct AttendeeView {
    WorkerId worker_id = {};
    std::string name = {};
    std::string affiliation = {};
    bool attended = true;
    std::string reason = {};
};

inline auto describe(const AttendeeView*)
{
    using V = AttendeeView;
    return json::object<V>("DrillAttendee", json::field("worker_id", &V::worker_id),
        json::field("name", &V::name, {"名前", "Name"}),
        json::field("affiliation", &V::affiliation, {"所属", "Affiliation"}),
        json::field("attended", &V::attended, {"参加した", "Took part"}),
        json::field("reason", &V::reason, {"参加しなかった理由", "Why absent"}));
}

struct DrillView {
    DrillId id = {};
    SiteId site_id = {};
    std::string site = {};
    LocalDay on = {};
    DrillKind kind = DrillKind::disaster;
    std::string asked = {};
    std::string result = {};
    std::vector<AttendeeView> attendees = {};
    bool to_come = false;
    std::optional<SeenView> seen = {};
    std::string entered_by = {};
    Instant entered_at = {};
    bool may_keep = false;
    bool may_confirm = false;
    int version = 1;
};

inline auto describe(const DrillView*)
{
    using V = DrillView;
    return json::object<V>("Drill", json::field("id", &V::id), json::field("site_id", &V::site_id),
        json::field("site", &V::site, {"拠点", "Site"}), json::field("on", &V::on, {"日付", "Day"}),
        json::field("kind", &V::kind, {"種類", "Kind"}),
        json::field("asked", &V::asked, {"求められたこと", "What was asked"}),
        json::field("result", &V::result, {"結果", "Result"}),
        json::field("attendees", &V::attendees, {"出欠", "Attendance"}),
        json::field("to_come", &V::to_come, {"これから", "Still to come"}),
        json::field("seen", &V::seen, {"市の確認", "Seen by the city"}),
        json::field("entered_by", &V::entered_by, {"記入した人", "Entered by"}),
        json::field("entered_at", &V::entered_at, {"記入日時", "Entered at"}), json::field("may_keep", &V::may_keep),
        json::field("may_confirm", &V::may_confirm), json::field("version", &V::version, {"版", "Version"}));
}

struct DrillPageView {
    std::vector<DrillView> items = {};
    std::optional<std::string> next_cursor = {};
};

inline auto describe(const DrillPageView*)
{
    using V = DrillPageView;
    return json::object<V>("DrillPage", json::field("items", &V::items), json::field("next_cursor", &V::next_cursor));
}

/// The site's name, as the contract has it today; empty for a site that it no longer has.
std::string site_name(const contract::Profile&, const SiteId&);

ControlledRoomView view_of(const contract::Profile&, const ControlledRoom&, int inside);
EntryRecordView view_of(const contract::Profile&, const PlacedRecord&, const Actor&);
/// With every version that the record ever had.
EntryRecordView whole_view(db::Reader&, const contract::Profile&, const PlacedRecord&, const Actor&);
DrillView view_of(const contract::Profile&, const Drill&, const Actor&, LocalDay today);

}
