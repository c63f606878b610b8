#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/media/medium.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::media {

/// The prohibited act that connecting a medium to a terminal is, where the contract knows it (MED-05).
inline constexpr std::string_view connecting = "connect_device";

enum class UseState { planned, used, cancelled };

constexpr auto names_of(const UseState*)
{
    return std::to_array<Name<UseState>>(
        {{UseState::planned, "planned"}, {UseState::used, "used"}, {UseState::cancelled, "cancelled"}});
}

/// That a medium will be, or was, connected for a job.
struct Use {
    MediumUseId id = {};
    MediumId medium = {};
    WorkRequestId request = {};
    std::optional<DeviceId> device = {}; ///< none: several devices of the job
    Instant planned_at = {};
    std::string purpose = {};
    UseState state = UseState::planned;
    std::optional<Instant> used_at = {};
    std::string used_by = {};
    std::string permission = {}; ///< number of the permission it rested on
    std::optional<ScanId> check = {}; ///< the check it rested on
    std::string entered_by = {};
    Instant entered_at = {};
};

/// planned → used: refuses a use that is settled, a moment that has not come and one before it was planned for in the
/// register (media/before_registration).
Result<Use> use(Use, const Medium&, Instant at, std::string by, Instant now);
Result<Use> cancel(Use);

/// A medium planned for a job, as the gate asks about it.
struct PlannedMedium {
    MediumUseId use = {};
    MediumId medium = {};
    std::string label = {};
    std::string name = {};
    Instant planned_at = {};
    State state = State::stored;
    CheckState check = CheckState::none;

    /// Whether it could be connected now.
    bool ready() const;
};

/// Why a planned medium could not be connected; nothing when it could.
std::optional<Text> problem(const PlannedMedium&);

/// What a start needs of the media (MED-02): each planned one is at hand and checked.
struct Readiness {
    bool check_required = false;
    std::vector<PlannedMedium> planned = {};

    bool ready() const;
};

}
