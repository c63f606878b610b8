#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"
#include "features/audit/audit.hpp"
#include "features/contract/profile.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::approval {

/// Where an application stands. `voided`: what it was about changed afterwards. Being over is not a state but a matter
/// of the moment one asks about: see in_force.
enum class State { asked, granted, refused, withdrawn, voided };

constexpr auto names_of(const State*)
{
    return std::to_array<Name<State>>({
        {State::asked, "asked"},
        {State::granted, "granted"},
        {State::refused, "refused"},
        {State::withdrawn, "withdrawn"},
        {State::voided, "voided"},
    });
}

/// Who has to act next. A notice is in force when it is given, and still waits for the other side to take note of it.
enum class Turn { nobody, city, site, contractor };

constexpr auto names_of(const Turn*)
{
    return std::to_array<Name<Turn>>(
        {{Turn::nobody, "nobody"}, {Turn::city, "city"}, {Turn::site, "site"}, {Turn::contractor, "contractor"}});
}

/// What is applied for, told or instructed (AUT-01…AUT-24).
struct Application {
    std::string kind; ///< id of the contract's ApprovalKind
    std::string title;
    std::string reason; ///< why it is needed; of an instruction: what was instructed
    audit::Subject subject = {}; ///< the row that is approved (`procedure_version`, `question` …); empty: a permission
                                 ///< that stands for itself
    std::string content_sha256 = {}; ///< what exactly is approved, where that is a text or a file
    std::optional<WorkRequestId> request = {}; ///< the job it covers
    std::vector<std::string> acts = {}; ///< ids of the contract's ProhibitedAct (AUT-12…AUT-14, A-32)
    std::vector<DeviceId> devices = {}; ///< on which the acts are permitted; empty: on every device of the job
    std::optional<SiteId> site = {};
    std::string room = {}; ///< a specially designated room (AUT-10)
    std::optional<Instant> from = {}; ///< none: from the decision on
    std::optional<Instant> until = {}; ///< the first moment at which it is over; none: to the end of the contract
};

/// An application and what became of it: a row of the register of permissions.
struct Approval {
    ApprovalId id;
    ContractId contract_id;
    std::string number;
    Application asked;
    PersonId asked_by;
    std::string asked_by_name;
    Side asked_side = Side::contractor;
    Instant asked_at;
    State state = State::asked;
    Turn turn = Turn::nobody;
    int step = 0; ///< how many of the kind's steps were decided
    std::string conditions = {}; ///< of who granted it
    std::optional<Instant> settled_at = {};
    /// The first moment at which it is in force, once granted: not before the decision, except for an instruction,
    /// which is confirmed after it was given.
    std::optional<Instant> begins_at = {};
    int version = 1;
};

/// Granted and valid at this moment.
bool in_force(const Approval&, Instant);
/// Granted and valid throughout [from, until).
bool covers(const Approval&, Instant from, Instant until);

/// The moment from which people are warned that a granted permission ends: in its last fifth, at most two weeks before
/// the end. None when it has no end or lasts less than three days.
std::optional<Instant> warned_from(const Approval&);

/// How an approval stands at one moment, as the register shows it.
enum class Standing { waiting, not_begun, in_force, ends_soon, over, refused, withdrawn, voided };

constexpr auto names_of(const Standing*)
{
    return std::to_array<Name<Standing>>({
        {Standing::waiting, "waiting"},
        {Standing::not_begun, "not_begun"},
        {Standing::in_force, "in_force"},
        {Standing::ends_soon, "ends_soon"},
        {Standing::over, "over"},
        {Standing::refused, "refused"},
        {Standing::withdrawn, "withdrawn"},
        {Standing::voided, "voided"},
    });
}

Standing standing(const Approval&, Instant);

/// At least one.
int steps_of(const contract::ApprovalKind&);

/// Who decides what this side asks for.
Turn turn_of(const contract::ApprovalKind&, Side asking);
/// The side that acts on this turn; neutral when nobody does.
Side side_of(Turn);

/// Whether such an application can be made by itself; the others are made by the room that owns what is decided about
/// (a procedure, an answer, a day of work, a person).
bool stands_for_itself(contract::ApprovalEffect);

/// Refuses what cannot be applied for, all wrong fields at once: a kind, act, device or site that the contract does not
/// know, a period that runs backwards or is over, an exception without an act, an entry without a place.
Result<void> check(const contract::Profile&, const Application&, Instant now);

/// The row as it begins: asked, or in force at once for a notice and for an instruction that the deciding side itself
/// enters. Fails with `approval/no_side` for somebody who stands on no side, with `approval/applicant` for somebody of
/// the side that does not apply for this kind.
Result<Approval> entered(const contract::Profile&, const contract::ApprovalKind&, const Actor&, const ApprovalId&,
    const Application&, Instant now);

/// Takes an application back: only the side that asked, only while it waits.
Result<Approval> withdrawn(Approval, const Actor&, Instant now);

/// Whether evidence may be added: while it waits and after it was granted (AUT-11 wants reports of the use).
bool takes_files(const Approval&);

/// The facts of an approval as an event keeps them; empty ones are left out.
std::map<std::string, std::string> facts_of(const Approval&);

}
