#pragma once
#include "features/contract/profile.hpp"
#include "features/device/holding.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::device {

/// What stands beside the totals of the contract on a day; its parts only where a total counts parts. At most two
/// queries.
Holding holding_on(db::Reader&, const contract::Profile&, LocalDay);

}
