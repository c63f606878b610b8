#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::loan {

/// What the city lends (LND-01…05). A user ID is lent by its name; passwords are never held.
enum class Kind { ic_card, key, user_id, document, manual, device, medium, other };

constexpr auto names_of(const Kind*)
{
    return std::to_array<Name<Kind>>({
        {Kind::ic_card, "ic_card"},
        {Kind::key, "key"},
        {Kind::user_id, "user_id"},
        {Kind::document, "document"},
        {Kind::manual, "manual"},
        {Kind::device, "device"},
        {Kind::medium, "medium"},
        {Kind::other, "other"},
    });
}

/// Belongs to one person and is never passed on (LND-01).
bool is_personal(Kind);
/// Its storage is checked regularly (LND-04).
bool is_checked(Kind);

/// Where a lent thing is. `out`: taken out of its place of storage.
enum class State { lent, out, lost, returned };

constexpr auto names_of(const State*)
{
    return std::to_array<Name<State>>(
        {{State::lent, "lent"}, {State::out, "out"}, {State::lost, "lost"}, {State::returned, "returned"}});
}

/// One thing on loan.
struct Loan {
    LoanId id = {};
    ContractId contract_id = {};
    std::string number = {}; ///< of the card, the key, the document …
    Kind kind = Kind::other;
    std::string title = {};
    std::string lent_by = {};
    std::string lent_to = {};
    std::string holder = {}; ///< the one person who has it, or answers for it
    std::string storage_place = {};
    LocalDay lent_on = {};
    std::optional<LocalDay> due_back = {}; ///< none: to the end of the contract
    std::optional<LocalDay> returned_on = {};
    std::string returned_to = {};
    State state = State::lent;
    std::optional<LocalDay> checked_on = {}; ///< of its storage, last
    std::optional<LocalDay> next_check_on = {};
    std::string note = {};
    std::optional<DeviceId> device = {}; ///< the unit of the register that it is, or whose spare key it is (LND-05)
    std::optional<MediumId> medium = {}; ///< the medium of the register that it is
    std::string job_id = {}; ///< of the job that has it lent and given back, with a clock of its own; empty: none
    std::string job_number = {};
    std::string entered_by = {};
    Instant entered_at = {};
    int version = 1;
};

/// Settles and checks a loan that is entered; sets the day of the first storage check, `months` after it was lent.
Result<Loan> lend(Loan, std::optional<int> months, LocalDay today);

enum class Act { lent, handed_over, taken_out, brought_back, checked, returned, lost, stolen, damaged, found };

constexpr auto names_of(const Act*)
{
    return std::to_array<Name<Act>>({
        {Act::lent, "lent"},
        {Act::handed_over, "handed_over"},
        {Act::taken_out, "taken_out"},
        {Act::brought_back, "brought_back"},
        {Act::checked, "checked"},
        {Act::returned, "returned"},
        {Act::lost, "lost"},
        {Act::stolen, "stolen"},
        {Act::damaged, "damaged"},
        {Act::found, "found"},
    });
}

using EntryId = Id<struct LoanEntryTag>;

/// One line of the history of a loan.
struct Entry {
    EntryId id = {};
    Act act = Act::lent;
    LocalDay on = {};
    std::string person = {}; ///< who did it; handed over: the new holder; returned: who took it back
    std::string place = {}; ///< taken out: where to; brought back, handed over: the place of storage
    std::optional<bool> in_order = {}; ///< of a storage check
    std::string permission = {}; ///< number of the permission to take it out (AUT-13)
    std::string note = {};
    std::string entered_by = {};
    Instant entered_at = {};
};

/// The loan after an act. Refuses what does not follow from its state, passing on what is personal (LND-01), days that
/// have not come and a storage check that finds something missing without a word about it.
Result<Loan> carry_out(Loan, Entry&, std::optional<int> months, LocalDay today);

/// Loss and theft, and damage of what opens doors and systems, open a security incident (LND-01).
bool opens_incident(Act);

/// The acts that can follow now.
std::vector<Act> possible_acts(const Loan&);

/// The prohibited act that taking a thing out of its place of storage is, where the contract knows it (AUT-13, LND-06).
inline constexpr std::string_view taking_out = "take_out";

/// `months` later, clamped to the month's end.
LocalDay months_after(LocalDay, int months);

/// How near a day is that something is due, for the colours of the ledger.
enum class Urgency { none, fine, near, late };

constexpr auto names_of(const Urgency*)
{
    return std::to_array<Name<Urgency>>(
        {{Urgency::none, "none"}, {Urgency::fine, "fine"}, {Urgency::near, "near"}, {Urgency::late, "late"}});
}

/// Near: within seven days. Nothing is due of what was returned or lost.
Urgency urgency(const Loan&, const std::optional<LocalDay>& due, LocalDay today);

}
