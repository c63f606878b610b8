#pragma once
#include "core/role.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

#include <functional>
#include <string>

namespace hoshuban::attachment {

/// What a check of the room that owns the row may look at: the request, and the rows it is about.
using Check = std::function<Result<void>(const http::Context&, db::Reader&)>;

/// Where the files of one kind of row are served.
struct Place {
    std::string pattern; ///< of the row itself: holds {contract} and `{parameter}`
    std::string subject_kind;
    Permission see;
    Permission add;
    Check check_seen; ///< whether the caller sees this very row
    Check check_add; ///< whether he sees it and may attach to it as it is now
    Text how_to_add;
    Text how_to_list;
    std::string parameter = "id";
};

/// Files of a row: add, list, fetch.
void add_routes(http::Router&, const Place&);

}
