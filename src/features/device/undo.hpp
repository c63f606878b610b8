#pragma once
#include "features/audit/audit.hpp"
#include "features/device/address.hpp"
#include "features/device/city_kept.hpp"
#include "features/device/movement.hpp"
#include "features/device/part.hpp"
#include "features/device/unit_detail.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::device {

using ActId = Id<struct ActTag>;

/// What changed many units at once.
enum class ActKind { import, bulk };

constexpr auto names_of(const ActKind*)
{
    return std::to_array<Name<ActKind>>({{ActKind::import, "import"}, {ActKind::bulk, "bulk"}});
}

/// One act on many units: a list that came in, or a bulk change. It can be taken back on its day.
struct RegisterAct {
    ActId id = {};
    ActKind kind = ActKind::bulk;
    std::string name = {}; ///< of the file; empty for a bulk change
    std::string reason = {};
    LocalDay on = {}; ///< what it says of its units was so on that day
    int units = 0;
    std::int64_t events_before = 0; ///< how long the contract's chain was
    PersonId person = {};
    std::string person_name = {};
    Instant done_at = {};
    std::optional<Instant> undone_at = {};
    PersonId undone_by = {};
    std::string undone_by_name = {};
    std::string undone_reason = {};

    /// What its movements and events carry as their note.
    std::string note() const;
};

/// A unit of an act, as it was before it.
struct UnitBefore {
    contract::Device device = {};
    bool fresh = false; ///< it came into the register by the act
    bool described = false; ///< the act changed more than where it stands
    bool entered = false; ///< the register, not the contract's profile, said what it is
    Course course = {}; ///< none for a fresh one
    std::optional<UnitDetail> detail = {}; ///< where the act changed it
    std::optional<Addresses> addresses = {}; ///< where the act changed them
    std::optional<std::vector<Part>> parts = {}; ///< where the act changed them
};

/// Somebody who wants to take an act back.
struct Undoer {
    PersonId person;
    bool responsible = false; ///< 業務責任者 of the contract
    LocalDay today = {};
    Side side = Side::neutral;
};

/// Refuses to take back what somebody else did to units that the city keeps now (`device/kept_by_city`): those are its
/// people's to change. Who brought them there may take it back.
Result<void> check_undo_kept(const RegisterAct&, std::span<const StandingAt> now, const Undoer&);

/// Refuses an act that was taken back already, one of another day, and people who neither did it nor are responsible.
Result<void> check_undo(const RegisterAct&, const Undoer&);

/// Whether an event belongs to an act or to its being taken back, and so builds on nothing.
bool belongs_to(const audit::Entry&, const RegisterAct&);

/// Where a unit goes when its course is put back: a movement from the spot that the act gave it to the one it had, on
/// the day from which the two courses differ; none when they agree.
struct WayBack {
    LocalDay on;
    Spot from;
    Spot to;
};
std::optional<WayBack> way_back(const Course& now, const Course& before);

}
