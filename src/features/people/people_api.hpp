#pragma once
#include "features/approval/approval.hpp"
#include "features/audit/audit.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

#include <functional>

namespace hoshuban {
class Clock;
}
namespace hoshuban::audit {
class ViewLog;
}
namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::people {

/// What the routes work with; everything must outlive the router.
struct Rooms {
    contract::ProfileCache& profiles;
    audit::ViewLog& views;
    const Clock& clock;
    std::function<void()> forget_sessions; ///< after somebody lost rights
};

/// Roster, announcements, trainings, pledges, assignments, organisation chart.
void add_routes(http::Router&, const Rooms&);

/// For the timeline of a worker: whether there is one.
Result<void> check_seen(const http::Context&, db::Reader&);
/// For the files of a worker (pledges): they are personal, so only for those who see contact data.
Result<void> check_files(const http::Context&, db::Reader&);

/// The reaction to a settled application about a `roster_change`: the change takes effect or does not.
Result<void> settle_change(db::Tx&, const audit::Cause&, const approval::Approval&);

}
