#pragma once
#include "features/device/movement.hpp"
#include "features/incident/flow_store.hpp"
#include "features/incident/swap.hpp"

#include <vector>

namespace hoshuban::incident {

/// A unit that stands as a spare.
struct SpareUnit {
    contract::Device device = {};
    std::string site_name = {};
    std::string place = {};
};

/// At most so many are listed.
inline constexpr int most_spares = 200;

/// The spares of a unit's class and model on a day, by their numbers.
Result<std::vector<SpareUnit>> spares_for(db::Reader&, const ContractId&, const contract::Device& failed, LocalDay on);

/// An exchange as somebody enters it; `entry` names both units.
struct Swap {
    StepEntry entry = {};
    device::Exchange exchange = {};
};

/// Exchanges the units of an incident: both movements of the register, and the step of the flow that names them, in the
/// transaction of the caller (SPR-03). The step carries the act of the register. Refuses what check_spare() and the
/// register refuse, a model of which no spare is left (`incident/no_spare_left`), and the step itself as it is stored.
Result<StepEntry> store_swap(
    db::Tx&, const contract::Profile&, const audit::Cause&, const Incident&, Swap, const device::MovementId& second);

/// Takes an exchange back: both units return to where they stood before it, as corrections of the register, and the
/// step no longer holds. Refuses (`incident/swap_built_upon`) once either was moved again or a repair was opened.
Result<void> take_swap_back(db::Tx&, const contract::Profile&, const audit::Cause&, const Incident&, const StepEntry&,
    const std::string& reason, const device::MovementId& first, const device::MovementId& second);

}
