#include "features/approval/approval_job.hpp"

#include "features/approval/approval_store.hpp"

namespace hoshuban::approval {

// Small writes, so that people's writes find room between them.
static constexpr int at_once = 100;

int record_ends(db::Database& database, Instant now)
{
    int all = 0;
    int some = 0;
    do {
        some = database.write([&](db::Tx& tx) { return take_ended(tx, now, at_once); });
        all += some;
    } while (some == at_once);
    return all;
}

}
