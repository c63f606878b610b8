#pragma once
#include "core/calendar.hpp"
#include "features/audit/audit.hpp"
#include "features/licence/licence.hpp"
#include "features/work_request/reach.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::licence {

/// What the clock of a licence is counted by, and which requests who writes it reaches.
struct Keeping {
    const WorkingCalendar& calendar;
    const work_request::Reach& reach;
};

/// What happened to a licence, for the contract's event chain.
struct Happening {
    std::string_view kind; ///< `licence.ended`
    std::string reason = {};
};

/// The licence, or a not_found error with the text for people.
Result<Licence> get(db::Reader&, const ContractId&, const LicenceId&);
/// `get`, and refuse when the caller saw another version (412).
Result<Licence> get_version(db::Reader&, const ContractId&, const LicenceId&, int version);

/// Enters a licence under the next number of the contract, records `licence.entered` and starts its clock
/// (`licence.end`), which runs in the `looked_at_before` of its last day. Refuses a request that is not there.
Result<Licence> insert(db::Tx&, const Keeping&, const audit::Cause&, Licence);

/// Replaces the row, records what differs, and sets its clock anew or stops it. Refuses a request that is not there.
Result<Licence> update(
    db::Tx&, const Keeping&, const audit::Cause&, const Happening&, const Licence& before, Licence after);

/// Which licences: those in force, those of them whose last day is near, those that ended, or all.
enum class Shown { in_force, ending, ended, all };

constexpr auto names_of(const Shown*)
{
    return std::to_array<Name<Shown>>(
        {{Shown::in_force, "in_force"}, {Shown::ending, "ending"}, {Shown::ended, "ended"}, {Shown::all, "all"}});
}

struct ListFilter {
    Shown shown = Shown::in_force;
    std::string words = {}; ///< as typed; must occur somewhere in the row
    LocalDay today = {}; ///< the day as of which a licence is in force
};

struct ListPage {
    std::vector<Licence> licences = {};
    std::string next = {}; ///< cursor of the next page; empty at the end
};

/// In the order of the numbers; `cursor` is empty or the `next` of a page. One query.
ListPage list(db::Reader&, const ContractId&, const ListFilter&, const std::string& cursor, int limit);

}
