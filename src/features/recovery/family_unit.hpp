#pragma once
#include "features/device/placement.hpp"
#include "features/recovery/edition.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::recovery {

/// A unit as it stands on a day, with the edition that was last applied to it.
struct FamilyUnit {
    DeviceId id = {};
    std::string number = {};
    std::string device_class = {};
    std::string division = {};
    std::string model = {};
    device::Use use = device::Use::in_service;
    std::string site = {};
    std::string place = {};
    std::string edition = {}; ///< the name of it; empty: nobody has said
};

/// How a unit stands to an edition.
enum class Standing { applied, behind, unknown };

constexpr auto names_of(const Standing*)
{
    return std::to_array<Name<Standing>>({
        {Standing::applied, "applied"},
        {Standing::behind, "behind"},
        {Standing::unknown, "unknown"},
    });
}

struct StandingUnit {
    FamilyUnit unit;
    Standing standing = Standing::unknown;
};

/// The units of a family's model in one use, and how each stands to the edition `name`. Families may share their
/// models: a unit that was set up from another family's medium is not of this one; one of which nothing is known is of
/// each until somebody records what it was set up from.
std::vector<StandingUnit> standing_units(const contract::RecoveryFamily&, std::string_view model, device::Use,
    std::string_view name, std::span<const FamilyUnit>, std::span<const Edition>);

/// The numbers of those that are without it.
std::vector<std::string> left_behind(std::span<const StandingUnit>);

/// The models of a family: of its units that are not retired, and of its editions.
std::vector<std::string> models_of(
    const contract::RecoveryFamily&, std::span<const FamilyUnit>, std::span<const Edition>);

/// The names of the released editions from which a unit can have been set up, the latest first.
std::vector<std::string> choices_for(const contract::RecoveryTerms&, const FamilyUnit&, std::span<const Edition>);

/// Refuses an edition that is none of the unit's choices, naming `field`. What stands there already may stay, and while
/// nothing is released for the unit the text is free.
Result<void> check_choice(const contract::RecoveryTerms&, const FamilyUnit&, std::span<const Edition>,
    std::string_view name, std::string_view field);

}
