#pragma once
#include "features/work_request/act_api.hpp"
#include "features/work_request/kept_runs.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

namespace hoshuban {
class Clock;
}
namespace hoshuban::audit {
class ViewLog;
}
namespace hoshuban::work_request {

/// What the handlers of this room share with others.
struct Rooms {
    contract::ProfileCache& profiles;
    audit::ViewLog& views;
    const Clock& clock;
    Progress progress = {};
    KeptRuns kept_runs;
};

/// Whether the caller sees the request of the path {contract}, {id}; for routes about it in other rooms.
Result<void> check_seen(const http::Context&, db::Reader&);
/// Whether he may attach files to it as it is now.
Result<void> check_attach(const http::Context&, db::Reader&);

/// Every route of the room; `rooms` must outlive the router.
void add_routes(http::Router&, const Rooms& rooms);

}
