#pragma once
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

#include <functional>
#include <string>

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::security_incident {

/// Whether the incident of the path {contract}, {id} exists; for routes about it in other rooms.
Result<void> check_seen(const http::Context&, db::Reader&);
/// Whether files may be added to it: until it is closed.
Result<void> check_attach(const http::Context&, db::Reader&);

/// Whether the caller sees this visit of the path's contract; the room of visits knows.
using CheckVisit = std::function<Result<void>(const http::Context&, db::Reader&, const VisitId&)>;

/// Whether the caller sees this fault of the equipment; the room of incidents knows.
using CheckFault = std::function<Result<void>(const http::Context&, db::Reader&, const std::string& id)>;

/// What is asked of other rooms about where an incident began.
struct Origins {
    CheckVisit visit = {};
    CheckFault fault = {};
};

/// Every route of the room; `profiles` must outlive the router.
void add_routes(http::Router&, contract::ProfileCache& profiles, Origins);

}
