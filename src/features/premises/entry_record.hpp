#pragma once
#include "features/people/worker.hpp"
#include "features/premises/controlled_room.hpp"

#include <optional>
#include <string>

namespace hoshuban::premises {

using EntryRecordId = Id<struct EntryRecordTag>;

/// What a version of a record came from.
enum class EntryAct { entered, left, corrected, withdrawn };

constexpr auto names_of(const EntryAct*)
{
    return std::to_array<Name<EntryAct>>({
        {EntryAct::entered, "entered"},
        {EntryAct::left, "left"},
        {EntryAct::corrected, "corrected"},
        {EntryAct::withdrawn, "withdrawn"},
    });
}

/// Who was in which room, from when to when and for what (SIT-07).
struct RoomStay {
    ControlledRoomId room = {};
    std::optional<WorkerId> worker = {}; ///< none: somebody who is not on the roster
    std::string name = {}; ///< of a worker: as the roster had it on that day
    std::string affiliation = {};
    Instant in_at = {};
    std::optional<Instant> out_at = {}; ///< none: still inside
    std::string purpose = {};
    std::optional<WorkRequestId> request = {};
    std::string request_number = {};
    std::string attendant = {}; ///< who of the city was there; may be empty

    bool operator==(const RoomStay&) const = default;
};

/// That the city saw a record, and which version of it.
struct Seen {
    int version = 0;
    std::string by = {};
    Instant at = {};
};

/// One entry record (入退室記録) as its latest version has it. A withdrawn one says that nobody was there.
struct EntryRecord {
    EntryRecordId id = {};
    ContractId contract_id = {};
    RoomStay stay = {};
    bool withdrawn = false;
    std::optional<Seen> seen = {};
    int version = 1;
};

/// A record with the room it is about.
struct PlacedRecord {
    EntryRecord record = {};
    SiteId site = {};
    std::string room = {}; ///< its name
    std::string floor = {};
};

/// One version of a record, as it was entered.
struct RecordVersion {
    int version = 1;
    EntryAct act = EntryAct::entered;
    RoomStay stay = {};
    std::string room = {}; ///< its name
    std::string reason = {};
    std::string entered_by = {};
    Instant entered_at = {};
};

/// What a stay is checked against.
struct StayGround {
    const contract::Profile& profile;
    const ControlledRoom& room;
    const people::Worker* worker; ///< null: somebody else
    Instant now;
};

/// Settles and checks a stay: its texts, its times, which count to the minute (not in the future, not out before in), a
/// day of entry within the contract on which the site and the room are open and a worker is on the roster.
Result<RoomStay> settled(const StayGround&, RoomStay);

/// Who this is among the people of all records: nobody is in two places at once.
std::string person_key(const RoomStay&);

/// The record when somebody leaves. Refuses (`premises/not_inside`) who has left, what was withdrawn, and times in the
/// future or before the entry. Who is inside may always leave, whatever became of the room or the roster since.
Result<EntryRecord> left(EntryRecord, Instant out_at, Instant now);

/// The record with another stay. Refuses one that was withdrawn and a correction that corrects nothing.
Result<EntryRecord> corrected(EntryRecord, RoomStay);

/// The record when nobody was there. Refuses one that was withdrawn before.
Result<EntryRecord> withdrawn(EntryRecord);

/// The record when the city says that it saw this version. Refuses another version, a stay that still lasts and a
/// record that was withdrawn.
Result<EntryRecord> seen(EntryRecord, const Seen&);

}
