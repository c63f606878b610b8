#pragma once
#include "core/calendar.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

#include <set>
#include <string>

namespace hoshuban::contract {
class ProfileCache;
struct Profile;
}

namespace hoshuban::device {

/// The ledgers as files: what anybody sees of a day, and the numbered editions that are handed in.
void add_ledger_routes(http::Router&, contract::ProfileCache&);

/// Makes the edition of every ledger whose units moved since its newest one, at once (LOC-05, LOC-06). To be called
/// when the moves are stored: an edition that cannot be made now never undoes a move, and is made after the next one.
void renew_editions(const http::Context&, contract::ProfileCache&);

/// The same after an act on so many units: the editions of very many are not waited for but made soon after
/// (`make_awaited_editions`), once the act itself called `await_editions` in its transaction with whose ledgers it
/// touched.
void renew_editions(const http::Context&, contract::ProfileCache&, int units);
void await_editions(db::Tx&, const contract::Profile&, const WorkingCalendar&, int units,
    const std::set<std::string>& divisions, Instant now);

}
