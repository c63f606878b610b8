#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"
#include "features/contract/profile.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::recovery {

using EditionId = Id<struct RecoveryEditionTag>;
using StepId = Id<struct RecoveryStepTag>;

/// How an edition came to be: the first one of a model, which is no work of the contract and counts on no quota
/// (CON-06, REC-03), or an update (REC-01).
enum class Origin { first, update };

constexpr auto names_of(const Origin*)
{
    return std::to_array<Name<Origin>>({{Origin::first, "first"}, {Origin::update, "update"}});
}

enum class State { planned, building, submitted, accepted, released, cancelled };

constexpr auto names_of(const State*)
{
    return std::to_array<Name<State>>({
        {State::planned, "planned"},
        {State::building, "building"},
        {State::submitted, "submitted"},
        {State::accepted, "accepted"},
        {State::released, "released"},
        {State::cancelled, "cancelled"},
    });
}

/// What follows a plan. The city accepts and sends back; everything else is the contractor's.
enum class Act { begun, submitted, sent_back, accepted, released, cancelled };

constexpr auto names_of(const Act*)
{
    return std::to_array<Name<Act>>({
        {Act::begun, "begun"},
        {Act::submitted, "submitted"},
        {Act::sent_back, "sent_back"},
        {Act::accepted, "accepted"},
        {Act::released, "released"},
        {Act::cancelled, "cancelled"},
    });
}

/// 予定, …
const Text& label(State);
const Text& label(Origin);
/// 作成を始める, …
const Text& label(Act);

/// An edition of a family's medium for one model of its units (REC-06).
struct Edition {
    EditionId id = {};
    ContractId contract_id = {};
    std::string family = {};
    std::string model = {};
    std::string number = {}; ///< as people know it: 第3版
    std::string name = {}; ///< family and number; no other edition of the contract has the same
    Origin origin = Origin::update;
    State state = State::planned;
    std::string changes = {}; ///< what is different from the edition before
    std::optional<WorkRequestId> request = {};
    std::string instruction = {}; ///< of the city, where no work request holds it
    std::string agreement = {}; ///< of the city to go past a cap: who agreed when (QTA-14)
    LocalDay planned_on = {}; ///< the day planned for its release; of a first edition that of its release
    std::optional<LocalDay> last_on = {}; ///< of the latest step
    std::optional<LocalDay> released_on = {};
    std::string note = {};
    std::string entered_by = {};
    Instant entered_at = {};
    int version = 1;
};

struct Step {
    StepId id = {};
    Act act = Act::begun;
    LocalDay on = {};
    std::string person = {};
    std::string note = {}; ///< sent back and cancelled: why
    std::string entered_by = {};
    Instant entered_at = {};
};

/// Settles and checks what is entered, beside the editions that are there: a first edition once for each model, an
/// update only after it and one at a time, on the city's instruction.
Result<Edition> plan(Edition, const contract::RecoveryTerms&, std::span<const Edition> others, LocalDay today);

/// An edition as the quotas count it, without the work types of its request; no first edition, and nothing that was
/// given up (REC-03).
std::optional<contract::KeptRun> run_of(const Edition&, const contract::RecoveryTerms&);

/// Who does it.
Side side_of(Act);
std::vector<Act> possible_acts(const Edition&);
/// Whether units may be set up from it: the city has accepted it.
bool is_applicable(const Edition&);

/// What stands in the way of an edition.
struct Obstacles {
    std::vector<Text> papers = {}; ///< that are not there yet (REC-04)
    std::vector<std::string> spares = {}; ///< the numbers of lent spares without this edition (SPR-12)
};

/// The edition after a step. Refuses what does not follow, days to come and before the step before it, a submission
/// without its papers, and a release while a lent spare is without the edition, with its number.
Result<Edition> carry_out(Edition, Step&, const Obstacles&, LocalDay today);

/// The released edition of a family's model that counts now; null while there is none.
const Edition* current(std::span<const Edition>, std::string_view family, std::string_view model);
/// The update of a family's model that is under way; null when there is none.
const Edition* under_way(std::span<const Edition>, std::string_view family, std::string_view model);

}
