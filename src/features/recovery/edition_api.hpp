#pragma once
#include "features/contract/profile.hpp"
#include "features/recovery/view_api.hpp"
#include "platform/http/router.hpp"

#include <string>

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::recovery {

/// An edition as who asks sees it, with what he can do now.
EditionView answer_of(db::Reader&, const http::Context&, const contract::Profile&, const ListedEdition&);

/// What happens to one edition: `one` is its pattern, with {contract} and {id}.
void add_edition_routes(http::Router&, const std::string& one, contract::ProfileCache&);

}
