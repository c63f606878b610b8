#pragma once
#include "core/result.hpp"
#include "features/contract/profile.hpp"
#include "features/device/placement.hpp"

#include <string>
#include <string_view>

namespace hoshuban::device {

/// Whether a unit can stand in for another without a word about it: its class, model and division. A unit without a
/// division fits any.
bool fits(const contract::Device& failed, const contract::Device& spare);

/// The one check of a spare, whoever records the exchange (SPR-03). Refuses a unit of another class
/// (`device/other_class`), of another model (`device/other_model`) or division (`device/other_division`), and one that
/// is no spare on that day (`device/not_a_spare`), with the place where it stands.
/// @param lent_because  why the city lent another model, or one of another division; empty: it did not
Result<void> check_spare(const contract::Profile&, const contract::Device& failed, const contract::Device& spare,
    const Course& spare_course, LocalDay day, std::string_view lent_because = {});

}
