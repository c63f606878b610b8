#pragma once
#include "features/audit/audit.hpp"
#include "features/work_request/work_request.hpp"
#include "platform/db/database.hpp"

#include <string>
#include <string_view>

namespace hoshuban::gate {

/// Stores that the work of a request began, with the event in its timeline; the request in its new version.
Result<work_request::WorkRequest> store_begun(db::Tx&, const audit::Cause&, std::string_view event,
    const std::string& reason, const work_request::WorkRequest& before, work_request::WorkRequest begun);

/// Records that a request was written for an emergency start.
void record_written(db::Tx&, const audit::Cause&, const std::string& reason, const work_request::WorkRequest&);

}
