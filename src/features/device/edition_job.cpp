#include "features/device/edition_job.hpp"

#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/device/edition_clock_store.hpp"

namespace hoshuban::device {
namespace {

Result<void> watch_one(
    db::Database& database, contract::ProfileCache& profiles, const ContractId& contract, Instant now)
{
    const bool differ = database.read([&](db::Reader& reader) { return clocks_differ(reader, contract, day_of(now)); });
    if (!differ)
        return {};
    TRY_ASSIGN(const auto profile, contract::profile(database, profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(database, *profile));
    database.write([&](db::Tx& tx) { settle_clocks(tx, contract, *calendar, now); });
    return {};
}

}

void watch_editions(db::Database& database, contract::ProfileCache& profiles, Instant now)
{
    const auto contracts = database.read([](db::Reader& reader) { return contract::list_contracts(reader); });
    for (const contract::ContractRow& each : contracts) {
        // A contract whose profile cannot be read is told of where it is loaded.
        static_cast<void>(watch_one(database, profiles, each.id, now));
    }
}

}
