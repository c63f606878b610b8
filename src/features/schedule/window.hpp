#pragma once
#include "core/calendar_day.hpp"
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/role.hpp"
#include "core/time.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::schedule {

/// Where a window stands. `withdrawn`: taken back, called off or answered by another proposal.
enum class State { proposed, agreed, refused, withdrawn };

constexpr auto names_of(const State*)
{
    return std::to_array<Name<State>>({
        {State::proposed, "proposed"},
        {State::agreed, "agreed"},
        {State::refused, "refused"},
        {State::withdrawn, "withdrawn"},
    });
}

/// What one side proposes: when and where somebody works, [from, until) (PRC-05).
struct Proposal {
    Instant from;
    Instant until;
    std::optional<SiteId> site = {};
    std::string room = {}; ///< a specially designated room of the site (AUT-10); empty: none
    std::string people = {}; ///< who comes, as people write it
    std::string purpose = {};
    std::string overtime = {}; ///< id of the contract's Overtime: on whose account it lies outside hours; empty: open
    bool after_the_fact = false; ///< the work was done already: a paper handed in later

    bool operator==(const Proposal&) const = default;
};

/// A proposed or agreed window of a work request.
struct WorkWindow {
    WorkWindowId id;
    ContractId contract_id;
    WorkRequestId request;
    Proposal terms;
    Side proposed_side = Side::contractor;
    PersonId proposed_by;
    std::string proposed_name;
    Instant proposed_at;
    State state = State::proposed;
    std::string answer = {}; ///< the reason of a refusal or a withdrawal, a remark of an agreement
    std::optional<PersonId> answered_by = {};
    std::string answered_name = {};
    std::optional<Instant> answered_at = {};
    std::optional<ApprovalId> approval = {}; ///< its row in the register of permissions, where the contract keeps one
    int version = 1;

    bool operator==(const WorkWindow&) const = default;
};

/// The longest window, so that nobody agrees to a month of work by a slip of the pen.
inline constexpr std::chrono::days longest_window{7};

/// Refuses windows that end before they begin, are over already (unless handed in after the fact), last too long, leave
/// the contract period, or name a room without a site. Each mistake names its field.
Result<void> check(const Proposal&, const DayRange& period, Instant now);

/// Somebody who answers: the side, the account, its name, the moment.
struct Answerer {
    Side side;
    PersonId person;
    std::string name;
    Instant at;
};

/// proposed → agreed by the side that did not propose it.
Result<WorkWindow> agree(WorkWindow, const Answerer&, std::string_view remark);
/// proposed → refused by the side that did not propose it; needs a reason.
Result<WorkWindow> refuse(WorkWindow, const Answerer&, std::string_view reason);
/// The proposing side takes its proposal back; either side calls off an agreed window, with a reason.
Result<WorkWindow> withdraw(WorkWindow, const Answerer&, std::string_view reason);
/// Closes a proposal because the other side proposes another time in its place.
Result<WorkWindow> replace(WorkWindow, const Answerer&);

enum class Action { agree, refuse, counter, withdraw };

constexpr auto names_of(const Action*)
{
    return std::to_array<Name<Action>>({
        {Action::agree, "agree"},
        {Action::refuse, "refuse"},
        {Action::counter, "counter"},
        {Action::withdraw, "withdraw"},
    });
}

/// What somebody of this side may do with the window.
std::vector<Action> actions(const WorkWindow&, Side);

/// The agreed window that a start at this moment falls into, otherwise the next one to come, otherwise the last that is
/// over; null when none is agreed.
const WorkWindow* target(std::span<const WorkWindow>, Instant);

/// `令和7年12月3日（水）9:00～12:00`
Text span_text(Instant from, Instant until);

}
