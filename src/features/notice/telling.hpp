#pragma once
#include "features/account/addressee.hpp"
#include "features/notice/kind_rule.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::notice {

/// What a subject of events is called, where it stands, and whom it concerns, as the room that owns it tells.
struct About {
    std::string number = {};
    std::string title = {};
    std::string path = {}; ///< of its page, below that of the contract: `/requests/0197…`; empty: it has none
    Permission see = Permission::view_audit; ///< without it, it is not shown
    bool whole = false; ///< belongs to no single request: only roles that reach the whole contract see it
    std::string division = {}; ///< of the request it belongs to
    std::optional<SiteId> site = {};
    std::vector<PersonId> asked_by = {}; ///< empty: whoever made the first change
    std::vector<PersonId> involved = {};
};

/// Whether a role of this person lets him see it now.
bool sees(const std::vector<Membership>&, const About&);

/// A clock that an event tells of.
struct RunningClock {
    Side side; ///< that has to act
    std::string kind;
    std::optional<PersonId> person = {};
};

/// The event as far as it decides who is told.
struct Happened {
    PersonId actor;
    Side side = Side::neutral;
    std::optional<RunningClock> clock = {};
};

/// Who is told: each once, never who acted, only who may see the subject. In the order of `people`.
std::vector<const account::Addressee*> told_of(
    const Rule&, const Happened&, const About&, const std::vector<account::Addressee>& people);

}
