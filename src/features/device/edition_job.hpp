#pragma once
#include "features/audit/audit.hpp"
#include "features/device/edition.hpp"

#include <functional>
#include <string>

namespace hoshuban {
class Clock;
}
namespace hoshuban::db {
class Database;
}
namespace hoshuban::contract {
class ProfileCache;
struct Profile;
}

namespace hoshuban::device {

/// Names what is new.
using NewId = std::function<std::string()>;

/// Makes the edition of the ledger that covers a division from what stands there on the day. Who moved a unit in the
/// meantime made an edition too: then it is made once more.
Result<Edition> edition_at_last(db::Database&, const contract::Profile&, const audit::Cause&, const NewId& new_id,
    const std::string& division, LocalDay);

/// Makes the edition of every ledger of a contract whose units moved since its newest one (LOC-05, LOC-06), and brings
/// the clocks of the ledgers up to that. An edition that cannot be made now never undoes a move; its clock runs on.
void renew_editions(db::Database&, const contract::Profile&, const audit::Cause&, const NewId& new_id);

/// The same for every contract in which such a clock runs: editions of lists too long to make them at once, and those
/// that could not be made.
void make_awaited_editions(db::Database&, contract::ProfileCache&, const Clock&);

/// Brings the clocks of the ledgers of every contract up to what its moves and editions are: an edition that could not
/// be made after a move is missed by nobody (LOC-05).
void watch_editions(db::Database&, contract::ProfileCache&, Instant now);

}
