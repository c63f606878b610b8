#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

#include <functional>
#include <optional>

namespace hoshuban::contract {
class ProfileCache;
struct Profile;
}
namespace hoshuban::work_request {
struct WorkRequest;
}

namespace hoshuban::procedure {

/// Since when a job in progress is worked on; nothing where nobody recorded it. Refuses while it has not begun.
using Begun = std::function<Result<std::optional<Instant>>(
    db::Reader&, const contract::Profile&, const work_request::WorkRequest&, Instant now)>;

/// What the handlers of this room share with others.
struct Rooms {
    contract::ProfileCache& profiles;
    Begun begun; ///< the room of the gates answers
};

/// For the photos of a record of a job: whether the caller sees the record, and whether he may add the image that he
/// sends (by its content, PNG, JPEG or WebP). The path holds {contract}, {id} of the request, and {record}.
Result<void> check_photo_seen(const http::Context&, db::Reader&);
Result<void> check_photo_added(const http::Context&, db::Reader&, const Rooms&);

/// Every route of the room; `rooms.profiles` must outlive the router.
void add_routes(http::Router&, const Rooms& rooms);

}
