#pragma once
#include "features/audit/audit.hpp"
#include "features/schedule/vendor.hpp"
#include "features/schedule/window.hpp"
#include "platform/db/database.hpp"

#include <string_view>

namespace hoshuban::schedule {

/// What happened to a window stands in the timeline of its request.
void record(db::Tx&, const audit::Cause&, std::string_view kind, const WorkWindow&);
void record(db::Tx&, const audit::Cause&, std::string_view kind, const VendorNotice&);

}
