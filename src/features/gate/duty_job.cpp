#include "features/gate/duty_job.hpp"

#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/gate/duty_store.hpp"
#include "features/gate/start_store.hpp"

namespace hoshuban::gate {
namespace {

constexpr int at_once = 200;

Result<int> settle_one(db::Database& database, contract::ProfileCache& profiles, const Owing& owing, Instant now)
{
    TRY_ASSIGN(const auto profile, contract::profile(database, profiles, owing.contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(database, *profile));
    Actor program;
    program.origin = Origin::job;
    return database.write([&](db::Tx& tx) {
        const auto start = find(tx, owing.contract, owing.start);
        return start ? settle(tx, *profile, *calendar, audit::Cause{program, now}, *start) : 0;
    });
}

}

int settle_duties(db::Database& database, contract::ProfileCache& profiles, Instant now)
{
    int all = 0;
    for (const Owing& each : database.read([](db::Reader& reader) { return starts_that_owe(reader, at_once); }))
        all += settle_one(database, profiles, each, now).value_or(0);
    return all;
}

}
