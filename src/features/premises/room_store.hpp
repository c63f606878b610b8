#pragma once
#include "features/audit/audit.hpp"
#include "features/premises/controlled_room.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::premises {

/// Every room of a contract by site and name, at most 2,000. One query.
std::vector<ControlledRoom> list_rooms(db::Reader&, const ContractId&);
/// How many people are in each room; rooms that are empty are left out. One query.
std::map<ControlledRoomId, int> count_inside(db::Reader&, const ContractId&);

/// The room, or a not_found error with the text for people.
Result<ControlledRoom> get_room(db::Reader&, const ContractId&, const ControlledRoomId&);
/// `get_room`, and refuse when the caller saw another version (412).
Result<ControlledRoom> get_room_version(db::Reader&, const ContractId&, const ControlledRoomId&, int version);
RoomUse use_of(db::Reader&, const ContractId&, const ControlledRoomId&);

/// Enters a room and records `controlled_room.added`. Refuses a name that an open room of the site has.
Result<void> insert(db::Tx&, const audit::Cause&, const ControlledRoom&);
/// Replaces a room and records what differs under this kind of event. Refuses a name that another open room has.
Result<ControlledRoom> update(db::Tx&, const audit::Cause&, std::string_view kind, const ControlledRoom& before,
    ControlledRoom after, const std::string& reason);

}
