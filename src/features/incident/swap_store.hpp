#pragma once
#include "features/device/movement.hpp"
#include "features/incident/flow_store.hpp"
#include "features/incident/swap.hpp"

#include <vector>

namespace hoshuban::incident {

/// An exchange as somebody enters it; `entry` names both units.
struct Swap {
    StepEntry entry = {};
    device::Exchange exchange = {};
};

/// Exchanges the units of an incident: both movements of the register, and the step of the flow that names them, in the
/// transaction of the caller (SPR-03). The step carries the act of the register. Refuses what device::check_spare() and
/// the register refuse, a model of which no spare is left (`incident/no_spare_left`), and the step itself as it is
/// stored.
Result<StepEntry> store_swap(
    db::Tx&, const contract::Profile&, const audit::Cause&, const Incident&, Swap, const device::MovementId& second);

/// Takes an exchange back: both units return to where they stood before it, as corrections of the register, and the
/// step no longer holds. Refuses (`incident/swap_built_upon`) once either was moved again or a repair was opened.
Result<void> take_swap_back(db::Tx&, const contract::Profile&, const audit::Cause&, const Incident&, const StepEntry&,
    const std::string& reason, const device::MovementId& first, const device::MovementId& second);

}
