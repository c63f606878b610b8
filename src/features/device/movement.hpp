#pragma once
#include "features/contract/profile.hpp"
#include "features/device/placement.hpp"

#include <optional>
#include <string>

namespace hoshuban::device {

using MovementId = Id<struct MovementTag>;

/// Why a unit comes to another spot (LOC-04, INS-01, SPR-03, DEV-16, RST-01).
enum class Cause { installation, removal, relocation, exchange, repair, renewal, change_of_use, correction };

constexpr auto names_of(const Cause*)
{
    return std::to_array<Name<Cause>>({
        {Cause::installation, "installation"},
        {Cause::removal, "removal"},
        {Cause::relocation, "relocation"},
        {Cause::exchange, "exchange"},
        {Cause::repair, "repair"},
        {Cause::renewal, "renewal"},
        {Cause::change_of_use, "change_of_use"},
        {Cause::correction, "correction"},
    });
}

/// 設置, 撤去, …
const Text& label_of(Cause);

/// The incident for which a unit was exchanged (INC-07), of a room above this one: its id, and its case number as it
/// was then; empty when the city had not given one.
struct IncidentName {
    std::string id = {};
    std::string number = {};

    bool operator==(const IncidentName&) const = default;
};

/// What somebody enters about a unit that came to another spot.
struct Move {
    LocalDay on = {};
    Spot to = {};
    Cause cause = Cause::relocation;
    std::optional<WorkRequestId> request = {};
    std::string note = {};
    std::optional<LocalDay> planned_on = {}; ///< when it was to happen; none: nobody planned it
    std::optional<IncidentName> incident = {};
};

/// A unit that failed and the spare that took its place: two movements of one act (LOC-09, SPR-03).
struct Exchange {
    LocalDay on = {};
    Spot failed_to = {};
    std::optional<WorkRequestId> request = {};
    std::string note = {};
    std::optional<IncidentName> incident = {};
};

/// One line of the ledger of movements. Both of an exchange carry the same act.
struct Movement {
    MovementId id = {};
    MovementId act = {};
    DeviceId device = {};
    Move move = {};
    Spot from = {};
    std::string entered_by = {};
    Instant entered_at = {};
};

/// Days between the one on which a unit moved and the one on which somebody entered it (LOC-05); never negative, as
/// days to come are refused.
int entered_after(const Movement&);

/// The city answers for what stands where its own staff keep the equipment (SIT-11); a spare that is lent to the
/// contractor stays the contractor's wherever it is.
Keeper keeper_at(const contract::Profile&, const std::optional<SiteId>&, Use);

/// Refuses days outside the contract and days to come: what is recorded as done was done on one of the contract's days.
Result<void> check_done_on(const contract::Profile&, LocalDay, LocalDay today, const char* field = "on");

/// Refuses days outside the contract (`device/outside_period`) only: of what is planned.
Result<void> check_within(const contract::Profile&, LocalDay, const char* field);

/// Settles the texts and who answers for the spot. Refuses what cannot be stored, days outside the contract and days to
/// come, unknown places, and a unit that serves nowhere.
Result<void> take(const contract::Profile&, Move&, LocalDay today);
Result<void> take(const contract::Profile&, Exchange&, LocalDay today);

/// Refuses a unit that is not in service on that day (`device/not_in_service`): nothing takes its place.
Result<void> check_serves(const Course&, LocalDay);

struct Exchanged {
    Course failed;
    Course spare;
};

/// The courses after an exchange: the spare takes the spot of the failed unit. Refuses a unit that is no spare on that
/// day, one that does not stand anywhere in service, and a unit exchanged for itself.
Result<Exchanged> exchanged(Course failed, Course spare, const Exchange&);

}
