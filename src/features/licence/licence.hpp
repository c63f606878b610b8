#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::licence {

using LicenceId = Id<struct LicenceTag>;

/// How the right to use the software is had.
enum class Kind { bought, term, other };

constexpr auto names_of(const Kind*)
{
    return std::to_array<Name<Kind>>({{Kind::bought, "bought"}, {Kind::term, "term"}, {Kind::other, "other"}});
}

/// Who pays: the contractor, as the work asks for it (LAW-03), or another with whom the city agrees.
enum class Payer { contractor, other };

constexpr auto names_of(const Payer*)
{
    return std::to_array<Name<Payer>>({{Payer::contractor, "contractor"}, {Payer::other, "other"}});
}

/// Who pays for a licence. `name` and `reason` are of another than the contractor, and empty of him.
struct Cost {
    Payer payer = Payer::contractor;
    std::string name = {};
    std::string reason = {}; ///< why the city agrees that another pays

    bool operator==(const Cost&) const = default;
};

/// What people write about the licence of a third party's software.
struct Terms {
    std::string software = {};
    std::string edition = {};
    std::string publisher = {}; ///< who has the rights to the software
    std::string licensee = {}; ///< who may use it: as a rule the city
    Kind kind = Kind::bought;
    int quantity = 1; ///< how many may use it
    LocalDay obtained_on = {};
    std::optional<LocalDay> valid_until = {}; ///< the last day; none: without end
    Cost cost = {};
    std::string purpose = {}; ///< the work that needs it
    std::optional<WorkRequestId> request = {};
    std::string certificate_place = {}; ///< where its certificate or contract is kept
    std::string note = {};

    bool operator==(const Terms&) const = default;
};

/// That somebody wrote down that a licence is used no more.
struct Ending {
    LocalDay on = {};
    std::string reason = {};
    std::string entered_by = {};

    bool operator==(const Ending&) const = default;
};

/// A line of the register of licences (LAW-03).
struct Licence {
    LicenceId id = {};
    ContractId contract_id = {};
    int number = 0; ///< the next one of the contract
    Terms terms = {};
    std::string request_number = {}; ///< of `terms.request`, when read
    std::optional<Ending> ending = {};
    std::string entered_by = {};
    Instant entered_at = {};
    int version = 1;
};

enum class State { in_force, ended };

constexpr auto names_of(const State*)
{
    return std::to_array<Name<State>>({{State::in_force, "in_force"}, {State::ended, "ended"}});
}

/// A licence is in force to its last day, unless somebody ended it.
State state_of(const Licence&, LocalDay today);
/// Whether its last day is over and nobody wrote down yet what became of it.
bool has_lapsed(const Licence&, LocalDay today);

/// When and why a licence ended.
struct End {
    LocalDay on = {};
    Text reason = {};

    bool operator==(const End&) const = default;
};

/// None while it is in force. Of one that ran out it is the last day.
std::optional<End> end_of(const Licence&, LocalDay today);

/// So long before its last day a licence is looked at: to renew it or to do without.
inline constexpr std::chrono::days looked_at_before{90};

/// How near the last day is. `near`: within `looked_at_before`; `late`: it has lapsed.
enum class Nearness { none, fine, near, late };

constexpr auto names_of(const Nearness*)
{
    return std::to_array<Name<Nearness>>(
        {{Nearness::none, "none"}, {Nearness::fine, "fine"}, {Nearness::near, "near"}, {Nearness::late, "late"}});
}

/// None without a last day, and of a licence that somebody ended.
Nearness nearness(const Licence&, LocalDay today);

/// Settles the texts and refuses, all wrong fields at once: a day of obtaining to come, a last day before it, a
/// licence for a term without a last day, less than one use; another payer without name or reason is `required`.
Result<void> take(Terms&, LocalDay today);

/// With other terms. Refuses (`licence/ended`) what somebody ended.
Result<Licence> corrected(Licence, Terms, LocalDay today);
/// With its end. Refuses what is ended already (`licence/ended`), and a day that has not come or is not one of the
/// licence (`licence/end_out_of_order`).
Result<Licence> ended(Licence, Ending, LocalDay today);
/// As if it had not been ended, for a reason. Refuses (`licence/not_ended`) what nobody ended.
Result<Licence> resumed(Licence, std::string reason);

/// What people call these.
const Text& label(Kind);
const Text& label(State);
const Text& label(Payer);

}
