#pragma once
#include "features/people/worker.hpp"
#include "features/premises/entry_record.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::premises {

using DrillId = Id<struct DrillTag>;

/// In what the contractor works together with those who keep the premises safe (SIT-08).
enum class DrillKind { disaster, evacuation, security, other };

constexpr auto names_of(const DrillKind*)
{
    return std::to_array<Name<DrillKind>>({
        {DrillKind::disaster, "disaster"},
        {DrillKind::evacuation, "evacuation"},
        {DrillKind::security, "security"},
        {DrillKind::other, "other"},
    });
}

/// What people call it on paper.
Text label(DrillKind);

/// Whether somebody of the roster took part.
struct Attendee {
    WorkerId worker = {};
    std::string name = {}; ///< as the roster had it on that day
    std::string affiliation = {};
    bool attended = true;
    std::string reason = {}; ///< of who did not; the contract asks only as far as the work allows (001§9.5)

    bool operator==(const Attendee&) const = default;
};

/// A drill (訓練), or something else that the city asked for to keep its premises safe.
struct Drill {
    DrillId id = {};
    ContractId contract_id = {};
    SiteId site = {};
    LocalDay on = {};
    DrillKind kind = DrillKind::disaster;
    std::string asked = {}; ///< what the city asked for
    std::string result = {};
    std::vector<Attendee> attendees = {};
    std::optional<Seen> seen = {};
    std::string entered_by = {};
    Instant entered_at = {};
    int version = 1;
};

/// How many people a drill may list.
inline constexpr std::size_t most_attendees = 200;

/// Settles and checks a drill against the roster. One that is to come has neither attendance nor result yet. Refuses
/// people who are not on the roster on that day or stand there twice, and who was absent without a reason.
Result<Drill> settled(const contract::Profile&, std::span<const people::Worker>, Drill, LocalDay today);

/// The drill when the city says that it saw this version. Refuses another version and one that is still to come.
Result<Drill> seen(Drill, const Seen&, LocalDay today);

}
