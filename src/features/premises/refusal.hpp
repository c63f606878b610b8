#pragma once
#include "core/result.hpp"
#include "features/contract/profile.hpp"

#include <string>

namespace hoshuban::premises {

/// The failure (`invalid`) of one field, in words for who typed it.
std::unexpected<Error> refused_at(const std::string& field, const std::string& code, const Text&);

/// The reason of a correction as it is stored. Refuses an empty one and what cannot be stored.
Result<std::string> settled_reason(std::string);

/// Refuses, at this field, a site that is not the contract's (`premises/unknown_site`) or closed on the day
/// (`premises/site_closed`).
Result<void> check_site_open(const contract::Profile&, const SiteId&, LocalDay, const std::string& field);

/// Refuses, at this field, a day outside of the contract (`premises/outside_period`).
Result<void> check_in_period(const contract::Profile&, LocalDay, const std::string& field);

}
