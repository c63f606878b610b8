#pragma once
#include "core/role.hpp"
#include "features/audit/ledger_check.hpp"
#include "features/audit/words.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

#include <functional>
#include <string>

namespace hoshuban::audit {

/// The events of a contract, and the verification of their chain and of the ledgers they tell of. `words` and `checks`
/// must outlive the router.
void add_routes(http::Router&, const Words& words, const std::vector<LedgerCheck>& checks);

/// Where the timeline of one kind of thing is served: `pattern` holds {contract} and {`parameter`}.
struct Timeline {
    std::string pattern;
    std::string subject_kind;
    Permission permission;
    /// Whether the caller sees this very thing, where the permission does not say it all.
    std::function<Result<void>(const http::Context&, db::Reader&)> check = {};
    std::string parameter = "id";
};
void add_timeline(http::Router&, const Words& words, const Timeline&);

}
