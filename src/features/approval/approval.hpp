#pragma once
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/role.hpp"
#include "core/time.hpp"
#include "features/audit/audit.hpp"

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
    int step = 0; ///< how many of the kind's steps were decided
    std::string conditions = {}; ///< of who granted it
    std::optional<Instant> settled_at = {};
    int version = 1;
};

/// Granted and valid at this moment.
bool in_force(const Approval&, Instant);
/// Granted and valid throughout [from, until).
bool covers(const Approval&, Instant from, Instant until);

}
