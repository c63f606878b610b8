#include "features/due/due_job.hpp"

#include "features/due/due_store.hpp"

namespace hoshuban::due {

// Small writes, so that people's writes find room between them.
static constexpr int at_once = 100;

int escalate(db::Database& database, Instant now, const std::stop_token& stop)
{
    int all = 0;
    int some = 0;
    do {
        some = database.write([&](db::Tx& tx) { return take_escalations(tx, now, at_once); });
        all += some;
    } while (some == at_once && !stop.stop_requested());
    return all;
}

}
