#pragma once
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::device {

/// The ledgers as files: what anybody sees of a day, and the numbered editions that are handed in.
void add_ledger_routes(http::Router&, contract::ProfileCache&);

/// Makes the edition of every ledger whose units moved since its newest one, at once (LOC-05, LOC-06). To be called
/// when the moves are stored: an edition that cannot be made now never undoes a move, and is made after the next one.
void renew_editions(const http::Context&, contract::ProfileCache&);

}
