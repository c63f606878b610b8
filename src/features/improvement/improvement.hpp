#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/trend/effect.hpp"

#include <optional>
#include <string>

namespace hoshuban::improvement {

using ImprovementId = Id<struct ImprovementTag>;

/// What a proposal is about.
enum class Ground { unit, model, site, estimate, other };

constexpr auto names_of(const Ground*)
{
    return std::to_array<Name<Ground>>({
        {Ground::unit, "unit"},
        {Ground::model, "model"},
        {Ground::site, "site"},
        {Ground::estimate, "estimate"},
        {Ground::other, "other"},
    });
}

/// What the trend said when the proposal was made; kept as it was.
struct Basis {
    Ground ground = Ground::other;
    std::string id =
        {}; ///< of the unit, the site or the estimate; of a model its name; empty: of nothing in particular
    std::string name = {};
    std::string device_class = {}; ///< of a unit or a model
    std::optional<LocalDay> on = {}; ///< the reference day; none without a trend
    int months = 0; ///< that were looked back on
    Text finding = {}; ///< the numbers in words

    bool operator==(const Basis&) const = default;
};

/// The plan, as the contractor writes it.
struct Plan {
    std::string title = {};
    std::string problem = {};
    std::string measure = {};
    std::string aim = {}; ///< what it is to bring, and how that is seen
    std::string person = {}; ///< who of the contractor answers for it
    std::optional<LocalDay> due_on = {};

    bool operator==(const Plan&) const = default;
};

/// What the city says to a plan (two sides agree).
struct Decision {
    bool accepts = false;
    LocalDay on = {};
    std::string by = {}; ///< who of the city
    std::string reason = {}; ///< a refusal needs one
    std::string entered_by = {};

    bool operator==(const Decision&) const = default;
};

/// That the work on it has begun.
struct Start {
    LocalDay on = {};
    std::string by = {};

    bool operator==(const Start&) const = default;
};

/// What came of it: as many days before and after it took effect.
struct Check {
    LocalDay effective_on = {};
    LocalDay until = {};
    std::optional<trend::Effect> effect = {}; ///< none where nothing is counted (Ground::other)
    std::string text = {}; ///< the contractor's evaluation

    bool operator==(const Check&) const = default;
};

/// How a round ends: done for good, or another round follows (PDCA).
struct Conclusion {
    bool goes_on = false;
    LocalDay on = {};
    std::string by = {}; ///< who of the city
    std::string text = {};

    bool operator==(const Conclusion&) const = default;
};

enum class State { proposed, declined, accepted, doing, checked, closed, continued, withdrawn };

constexpr auto names_of(const State*)
{
    return std::to_array<Name<State>>({
        {State::proposed, "proposed"},
        {State::declined, "declined"},
        {State::accepted, "accepted"},
        {State::doing, "doing"},
        {State::checked, "checked"},
        {State::closed, "closed"},
        {State::continued, "continued"},
        {State::withdrawn, "withdrawn"},
    });
}

/// 市の判断待ち, …
const Text& label(State);
const Text& label(Ground);

/// A proposal for improvement from the plan to its conclusion (IMP-01, IMP-02).
struct Improvement {
    ImprovementId id = {};
    ContractId contract_id = {};
    int number = 0; ///< 1, 2, 3 … in the contract
    Basis basis = {};
    Plan plan = {};
    std::optional<ImprovementId> continues = {}; ///< the round before
    std::optional<Decision> decision = {};
    std::optional<Start> start = {};
    std::optional<Check> check = {};
    std::optional<Conclusion> conclusion = {};
    std::string withdrawn = {}; ///< why; empty: it stands
    std::string proposed_by = {};
    Instant proposed_at = {};
    int version = 1;

    bool operator==(const Improvement&) const = default;
};

State state_of(const Improvement&);
bool is_open(State);

/// The acts. Each refuses what does not follow from where the proposal stands (`improvement/does_not_follow`, 409) and,
/// naming the field, what is missing and a day to come or before the step before it (`improvement/day_out_of_order`).
Result<Improvement> proposed(Improvement, LocalDay today);
/// Until the city has decided.
Result<Improvement> planned_anew(Improvement, Plan, LocalDay today);
Result<Improvement> decided(Improvement, Decision, LocalDay today);
Result<Improvement> started(Improvement, Start, LocalDay today);
/// Again as often as later days tell more, until it is concluded.
Result<Improvement> checked(Improvement, Check, LocalDay today);
Result<Improvement> concluded(Improvement, Conclusion, LocalDay today);
/// Until it is checked.
Result<Improvement> withdrawn(Improvement, std::string reason);

}
