#pragma once
#include "features/audit/audit.hpp"
#include "platform/batch_queue.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::audit {

/// Records readings a moment after they happened, many in one transaction, so that opening a request costs no write of
/// its own (docs/adr/0002). Thread safe. Made after the database, destroyed before it.
class ViewLog {
public:
    explicit ViewLog(db::Database&, BatchLimits = {});

    /// Waits when the database cannot keep up, and throws rather than let a reading go unrecorded.
    void record(Entry);
    /// Returns once every earlier reading is stored.
    void flush() { queue_.flush(); }

private:
    BatchQueue<Entry> queue_;
};

}
