#pragma once
#include "features/work_request/body_api.hpp"
#include "features/work_request/view_api.hpp"
#include "platform/db/database.hpp"
#include "platform/http/router.hpp"

#include <functional>

namespace hoshuban::contract {
class ProfileCache;
struct Profile;
}

namespace hoshuban::work_request {

/// What other rooms say before a request moves on. Their refusal tells everything that is missing.
struct Progress {
    using Check = std::function<Result<void>(db::Reader&, const contract::Profile&, const WorkRequest&, Instant now)>;

    Check report; ///< before a result is recorded
    Check complete; ///< before the contractor confirms
    Check confirm; ///< before the city confirms
};

/// Accept, decline, record, sign, return, comment: what moves a request along.
void add_act_routes(http::Router&, contract::ProfileCache&, const Progress&);

}
