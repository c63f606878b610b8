#pragma once
#include "features/contract/equipment.hpp"

#include <span>
#include <vector>

namespace hoshuban::contract {

/// What a site is from a day on, until its next fact (SIT-01, SIT-02).
struct SiteFact {
    Site site = {};
    LocalDay from = {};
    bool open = true; ///< closed from that day on otherwise

    bool operator==(const SiteFact&) const = default;
};

/// The fact that holds on a day, of one site's in the order of their days; null before the first.
const SiteFact* on(std::span<const SiteFact>, LocalDay);

/// The days on which nobody works at the site of these facts: before the first of them, and from a closing until it
/// opens again. None when nothing was entered.
std::vector<DayRange> closed_days(std::span<const SiteFact>);

/// Whether a site is open on a day.
bool is_open(const Site&, LocalDay);

}
