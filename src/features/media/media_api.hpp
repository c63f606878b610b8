#pragma once
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

#include <string_view>

namespace hoshuban::contract {
class ProfileCache;
}
namespace hoshuban::scan {
class Scanner;
}

namespace hoshuban::media {

/// The one way in whose bytes this room has scanned itself, because it records what is found.
inline constexpr std::string_view files_of_check = "/api/v1/contracts/{contract}/media/{id}/checks/{check}/files";

/// What the handlers of this room share with others.
struct Rooms {
    contract::ProfileCache& profiles;
    const scan::Scanner* scanner; ///< null when none is configured
};

/// Whether the medium of the path {contract}, {id} exists; for routes about it in other rooms.
Result<void> check_seen(const http::Context&, db::Reader&);

/// Every route of the room; `rooms` must outlive the router.
void add_routes(http::Router&, const Rooms& rooms);

}
