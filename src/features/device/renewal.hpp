#pragma once
#include "features/contract/profile.hpp"
#include "features/device/register.hpp"
#include "features/device/spans.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::device {

/// What a unit is on a day: of which generation and model (DEV-07). `serial` is known of a machine that went.
struct UnitModel {
    std::string generation = {};
    std::string model = {};
    std::string type_number = {};
    std::string serial = {};

    bool operator==(const UnitModel&) const = default;
};

/// Empty for a unit that was never renewed: it is what its row of the register says.
using Generations = Spans<UnitModel>;

const contract::Generation* find_generation(const contract::Profile&, std::string_view id);

/// Whether the units of a class end when this generation comes: the contract's equipment has the class in the
/// generation before, and no more in this one (ADサーバは廃止, DEV-10).
bool ends_with(const contract::Profile&, std::string_view device_class, const contract::Generation&);

/// A model that the contract's equipment states for the main unit of a class, without the maker behind it.
struct ModelChoice {
    std::string model;
    std::string type_number;

    bool operator==(const ModelChoice&) const = default;
};

std::vector<ModelChoice> models_of(
    const contract::Profile&, std::string_view device_class, std::string_view generation);

/// The generation to which a unit belongs that comes into the register: the first one in which the contract's equipment
/// has its model as the main unit of its class. One that is only planned and of no such model comes with the contract's
/// last generation, any other belongs to the first.
std::string generation_of(
    const contract::Profile&, std::string_view device_class, std::string_view model, bool planned);

/// The software of a class in a generation, as the contract's equipment lists it (DEV-06, DEV-11).
std::vector<const contract::Equipment*> software_of(
    const contract::Profile&, std::string_view device_class, std::string_view generation);

/// A planned range. What the contract says itself has `stated_in` and nobody who entered it.
struct RenewalPlan {
    LocalDay from = {};
    LocalDay to = {};
    bool about = false;
    std::string stated_in = {};
    std::string act = {}; ///< the same for the units that were planned by one entry
    std::string reason = {};
    std::string entered_by = {};
    std::optional<Instant> entered_at = {};

    bool operator==(const RenewalPlan&) const = default;
};

/// What the contract plans for a generation, the plans that slipped first.
std::vector<RenewalPlan> contract_plans(const contract::Generation&);

/// How often the end of the plan moved away since the contract's present plan. The plans are in their order.
int slips_of(const std::vector<RenewalPlan>&);

/// Where a unit is in a renewal. `apart`: it has nothing to do with it, or it left before.
enum class RenewalState { left, done, apart };

constexpr auto names_of(const RenewalState*)
{
    return std::to_array<Name<RenewalState>>(
        {{RenewalState::left, "left"}, {RenewalState::done, "done"}, {RenewalState::apart, "apart"}});
}

/// The state of a unit as it stood on a day. A unit whose class ends is done when it is retired; a planned one of the
/// new generation is left until it is there.
RenewalState renewal_state(const contract::Generation&, bool ends, const Unit&);

/// The day on which a unit that is done on `day` was renewed, came or, where its class ends, was retired.
LocalDay renewed_on(const contract::Generation&, bool ends, const Course&, const Generations&, LocalDay day);

/// A unit in the renewal to one generation.
struct RenewalUnit {
    Unit unit;
    bool ends = false; ///< it is retired and nothing comes in its place
    RenewalState state = RenewalState::left;
    std::optional<LocalDay> actual = {}; ///< when it was done
    std::vector<RenewalPlan> plans = {}; ///< the present one is the last; empty when nobody plans anything
};

/// A plan as one site sees it.
struct SitePlan {
    RenewalPlan plan;
    int units = 0;
};

/// The renewal of one site.
struct SiteRenewal {
    std::optional<SiteId> site = {};
    int done = 0;
    int left = 0;
    int coming = 0; ///< how many of what is left are not there yet (SIT-04)
    int ending = 0; ///< how many of what is left are retired without anything in their place
    std::optional<LocalDay> planned_from = {}; ///< of what is left
    std::optional<LocalDay> planned_to = {};
    std::optional<LocalDay> first_done = {};
    std::optional<LocalDay> last_done = {};
    int slips = 0; ///< of the unit that slipped most often
    bool late = false; ///< something is left whose plan is over
    std::vector<SitePlan> history = {};
};

/// By the sites in the order of the profile; sites without such units are left out.
std::vector<SiteRenewal> by_site(const contract::Profile&, const std::vector<RenewalUnit>&, LocalDay day);

/// A plan somebody enters for units.
struct PlanChange {
    LocalDay from = {};
    LocalDay to = {};
    std::string reason = {};
};

/// Settles the reason. Refuses a range that runs backwards or begins before the contract, and one without a reason.
Result<void> take(const contract::Profile&, PlanChange&);

/// What a unit becomes on a day. A model that somebody states is taken; otherwise the only one that the contract's
/// equipment has for the class. Refuses when there is none or a choice.
Result<UnitModel> model_for(
    const contract::Profile&, const contract::Device&, std::string_view generation, const ModelChoice& stated);

}
