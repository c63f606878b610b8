#pragma once
#include "core/role.hpp"
#include "features/device/placement.hpp"

#include <optional>

namespace hoshuban::device {

/// What the city keeps is the contractor's to read, not to change (A-35, LOC-08). Refuses (`device/kept_by_city`) a
/// change by anybody but the city's people of a unit that stands there, unless it is a move of a work request: so the
/// city has it brought out.
Result<void> check_kept(const Spot&, Side, const std::optional<WorkRequestId>& request = {});

}
