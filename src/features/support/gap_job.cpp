#include "features/support/gap_job.hpp"

#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/support/gap_clock_store.hpp"

namespace hoshuban::support {
namespace {

Result<void> watch_plan(
    db::Database& database, contract::ProfileCache& profiles, const ContractId& contract, Instant now)
{
    TRY_ASSIGN(const auto profile, contract::profile(database, profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(database, *profile));
    const bool differs = database.read([&](db::Reader& reader) {
        return gap_clock_differs(reader, contract, coming_gaps(reader, *profile, *calendar, now));
    });
    if (!differs)
        return {};
    database.write(
        [&](db::Tx& tx) { settle_gap_clock(tx, contract, *calendar, coming_gaps(tx, *profile, *calendar, now), now); });
    return {};
}

}

void watch_on_call(db::Database& database, contract::ProfileCache& profiles, Instant now)
{
    const auto contracts = database.read([](db::Reader& reader) { return contract::list_contracts(reader); });
    for (const contract::ContractRow& each : contracts) {
        // A contract whose profile cannot be read is told of where it is loaded.
        static_cast<void>(watch_plan(database, profiles, each.id, now));
    }
}

}
