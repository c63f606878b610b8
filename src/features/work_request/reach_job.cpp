#include "features/work_request/reach_job.hpp"

#include "features/work_request/work_request_store.hpp"

namespace hoshuban::work_request {

void settle_stored_requests(db::Database& database)
{
    database.write([](db::Tx& tx) { settle_keys(tx); });
}

}
