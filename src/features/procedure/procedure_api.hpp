#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

#include <functional>

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::procedure {

/// What the handlers of this room share with others.
struct Rooms {
    contract::ProfileCache& profiles;
    /// Refuses while a job is not started: the room of the gates answers. Empty: a job in progress counts as started.
    std::function<Result<void>(db::Reader&, const ContractId&, const WorkRequestId&)> check_started = {};
};

/// For the photos of a record of a job: whether the caller sees the record, and whether he may add the image that he
/// sends (by its content, PNG, JPEG or WebP). The path holds {contract}, {id} of the request, and {record}.
Result<void> check_photo_seen(const http::Context&, db::Reader&);
Result<void> check_photo_added(const http::Context&, db::Reader&, const Rooms&);

/// Every route of the room; `rooms.profiles` must outlive the router.
void add_routes(http::Router&, const Rooms& rooms);

}
