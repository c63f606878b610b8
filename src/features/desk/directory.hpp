#pragma once
#include "core/open_state.hpp"
#include "features/contract/profile.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::desk {

/// A day on which a desk is closed as its maker tells it (MKR-07).
struct DayOff {
    LocalDay day = {};
    std::string reason = {};
    std::string entered_by = {};
    Instant entered_at = {};

    bool operator==(const DayOff&) const = default;
};

/// What people enter about a desk of the specification.
struct DeskMark {
    bool maintained = false; ///< the units are under a maintenance contract: the monthly days off do not count
    std::string note = {};
    int version = 1; ///< 1: nothing was entered yet

    bool operator==(const DeskMark&) const = default;
};

const contract::MakerDesk* find_desk(const contract::Profile&, std::string_view id);

/// The desks to call about a unit: those of its class, first those for its model, each in the order of the contract
/// (INC-12). Those for other models of the class are left out; without a model every desk of the class is named.
std::vector<const contract::MakerDesk*> desks_for(
    const contract::Profile&, std::string_view device_class, std::string_view model);

/// The terms of a desk's calendar with its entered days off, which count only without a maintenance contract. None when
/// the specification states no hours.
std::optional<CalendarTerms> desk_terms(const contract::MakerDesk&, const DeskMark&, std::span<const DayOff>);
/// The same for its repairs; none when they are taken whenever the desk is open.
std::optional<CalendarTerms> repair_terms(const contract::MakerDesk&, const DeskMark&, std::span<const DayOff>);

}
