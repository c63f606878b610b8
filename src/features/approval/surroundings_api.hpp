#pragma once
#include "features/approval/view_api.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::approval {

/// What the page of one approval shows besides its row.
Surroundings surroundings_of(db::Reader&, const Approval&);

}
