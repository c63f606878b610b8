#pragma once
#include "features/approval/approval.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

#include <functional>
#include <map>
#include <string>

namespace hoshuban::audit {
class ViewLog;
}
namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::approval {

/// What the room that owns a row does when the application about it is settled or withdrawn, in the same transaction.
/// A failure undoes the decision.
using Reaction = std::function<Result<void>(db::Tx&, const audit::Cause&, const Approval&)>;
/// By the subject's kind: `procedure_version`, `question` …
using Reactions = std::map<std::string, Reaction, std::less<>>;

/// What the routes work with; both must outlive the router.
struct Rooms {
    contract::ProfileCache& profiles;
    audit::ViewLog& views;
};

void add_routes(http::Router&, const Rooms&, const Reactions&);

/// For the timeline and the files of an application: whether the caller sees it, and may add to it as it stands.
Result<void> check_seen(const http::Context&, db::Reader&);
Result<void> check_attach(const http::Context&, db::Reader&);

}
