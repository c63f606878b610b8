#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "features/contract/profile.hpp"

#include <optional>
#include <string>

namespace hoshuban::premises {

using ControlledRoomId = Id<struct ControlledRoomTag>;

/// A room of a site that is entered and left by a procedure of the city (001別S-3(2)ア, 004別3-3(2)ア).
struct ControlledRoom {
    ControlledRoomId id = {};
    ContractId contract_id = {};
    SiteId site = {};
    std::string name = {};
    std::string floor = {}; ///< as the site calls it; may be empty
    std::string procedure = {}; ///< what the city asks of whoever goes in, in its words
    std::optional<LocalDay> closed_on = {}; ///< nobody enters from this day on
    int version = 1;

    bool operator==(const ControlledRoom&) const = default;
};

/// How a room was used so far.
struct RoomUse {
    int inside = 0; ///< people
    std::optional<Instant> last_in = {};
};

/// Settles and checks what is entered of a room. Refuses texts that cannot be stored, a missing name or procedure
/// (SIT-07), and a site that is not the contract's or is closed today.
Result<ControlledRoom> settled(const contract::Profile&, ControlledRoom, LocalDay today);

/// The room when nobody enters it any more from a day on. Refuses (`conflict`) while somebody is inside and when it was
/// entered on that day or later; and a day that has not come.
Result<ControlledRoom> closed(ControlledRoom, const RoomUse&, LocalDay on, LocalDay today);

/// The room when it is entered again. Refuses one that is not closed.
Result<ControlledRoom> reopened(ControlledRoom);

}
