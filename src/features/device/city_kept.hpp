#pragma once
#include "core/role.hpp"
#include "features/device/placement.hpp"

#include <optional>
#include <span>
#include <string>

namespace hoshuban::device {

/// What the city keeps is the contractor's to read, not to change (A-35, LOC-08). Refuses (`device/kept_by_city`) a
/// change by anybody but the city's people of a unit that stands there, unless it is a move of a work request: so the
/// city has it brought out.
Result<void> check_kept(const Spot&, Side, const std::optional<WorkRequestId>& request = {});

/// A unit of a change of many, where it stands.
struct StandingAt {
    std::string number = {};
    Spot spot = {};
};

/// The same of many units: one that the city keeps holds all of them back. The first twenty of those are named, a field
/// each under its number.
Result<void> check_kept(std::span<const StandingAt>, Side, const std::optional<WorkRequestId>& request = {});

}
