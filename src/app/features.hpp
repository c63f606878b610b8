#pragma once
#include "features/account/account_api.hpp"
#include "features/audit/words.hpp"

#include <vector>

namespace hoshuban {
class Clock;
}
namespace hoshuban::audit {
class ViewLog;
}
namespace hoshuban::contract {
class ProfileCache;
}
namespace hoshuban::scan {
class Scanner;
}
namespace hoshuban::notice {
struct Outside;
}
namespace hoshuban::search {
struct Memory;
struct Source;
}

namespace hoshuban {

/// Everything that can stand in a chain, as people read it.
audit::Words all_words();

/// What the routes of the features work with; everything must outlive the router.
struct Shared {
    contract::ProfileCache& profiles;
    audit::ViewLog& views;
    const Clock& clock;
    const audit::Words& words;
    account::Rooms account;
    const scan::Scanner* scanner; ///< null when none is configured
    const notice::Outside& outside;
    const std::vector<search::Source>& searched;
    search::Memory& search_memory;
};

/// The routes of every feature.
void add_feature_routes(http::Router&, const Shared&);

}
