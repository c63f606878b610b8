#pragma once

namespace hoshuban::db {
class Database;
}

namespace hoshuban::work_request {

/// What migrations cannot do, because only the program folds text: run once after them. Costs one look at an empty
/// index when there is nothing to do.
void settle_stored_requests(db::Database&);

}
