#include "features/audit/view_log_job.hpp"

#include "features/audit/audit_store.hpp"

namespace hoshuban::audit {

ViewLog::ViewLog(db::Database& database, BatchLimits limits)
    : queue_{"views",
          [&database](std::span<const Entry> batch) { database.write([&](db::Tx& tx) { record_all(tx, batch); }); },
          limits}
{
}

void ViewLog::record(Entry entry)
{
    entry.act = Act::reading;
    queue_.push(std::move(entry));
}

}
