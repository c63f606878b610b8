#pragma once
#include "features/contract/profile.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::recovery {

/// Whether the edition of the path {contract}, {id} is seen by who asks; for its timeline and its files.
Result<void> check_seen(const http::Context&, db::Reader&);
/// Whether who asks may add a file to it.
Result<void> check_attach(const http::Context&, db::Reader&);

/// The families of media with their editions and master PCs, and what happens to one edition.
void add_routes(http::Router&, contract::ProfileCache&);

}
