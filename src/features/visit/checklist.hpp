#pragma once
#include "features/contract/visit_terms.hpp"
#include "features/device/placement.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hoshuban::visit {

/// That an item was seen to.
struct Tick {
    std::string item = {}; ///< of the contract's checklist
    std::optional<DeviceId> spare = {}; ///< the unit that goes along
    std::string by = {};
    Instant at = {};

    bool operator==(const Tick&) const = default;
};

/// The items that hold for a visit; `device_class` is that of its incident.
std::vector<const contract::VisitCheck*> checks_of(
    const contract::VisitTerms&, bool of_incident, std::string_view device_class);

/// Those that nobody ticked.
std::vector<const contract::VisitCheck*> unticked(std::span<const contract::VisitCheck* const>, std::span<const Tick>);

/// Refuses (`visit/unticked`, naming each item by its id) an arrival while something is open, unless a reason is given.
Result<void> check_ticked(
    std::span<const contract::VisitCheck* const>, std::span<const Tick>, const std::string& reason);

/// Refuses (`visit/no_spare`, at `spare_id`) a unit that stands nowhere as a spare; says what it does instead.
Result<void> check_spare(const device::Placement* stands, const std::string& number);

}
