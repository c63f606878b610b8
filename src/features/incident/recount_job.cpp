#include "features/incident/recount_job.hpp"

#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/incident/recount_store.hpp"
#include "platform/log.hpp"
#include "platform/uuid.hpp"

#include <fmt/format.h>

namespace hoshuban::incident {
namespace {

/// A contract whose clocks were counted by other calendars than those of today.
struct Outdated {
    ContractId contract;
    std::string calendars; ///< of today
};

std::vector<Outdated> outdated(db::Reader& reader)
{
    const int holidays = calendar::holidays(reader).version;
    const auto counted = counted_by(reader);
    std::vector<Outdated> contracts;
    for (const contract::ContractRow& each : contract::list_contracts(reader)) {
        std::string calendars = fmt::format("{}/{}", holidays, each.version);
        const auto last = counted.find(each.id);
        if (last == counted.end() || last->second != calendars)
            contracts.push_back({each.id, std::move(calendars)});
    }
    return contracts;
}

Result<int> recount_contract(db::Database& database, const contract::Profile& profile, const Outdated& contract,
    const Clock& clock, const std::stop_token& stop)
{
    Actor program;
    program.origin = Origin::job;
    const audit::Cause cause{program, clock.now()};
    const auto new_id = [&clock] { return DueId{new_uuid(clock)}; };
    int moved = 0;
    IncidentId after;
    do {
        TRY_ASSIGN(auto portion, database.write([&](db::Tx& tx) -> Result<Recounted> {
            TRY_ASSIGN(const auto levels, LevelCalendars::of(tx, profile));
            TRY_ASSIGN(auto counted, recount(tx, cause, profile.id, levels, after, new_id));
            if (counted.next.text.empty())
                put_counted_by(tx, profile.id, contract.calendars, cause.now());
            return counted;
        }));
        moved += portion.moved;
        after = std::move(portion.next);
    } while (!after.text.empty() && !stop.stop_requested());
    return moved;
}

}

int recount_clocks(
    db::Database& database, contract::ProfileCache& profiles, const Clock& clock, const std::stop_token& stop)
{
    int moved = 0;
    for (const Outdated& each : database.read([](db::Reader& reader) { return outdated(reader); })) {
        if (stop.stop_requested())
            break;
        const auto profile = contract::profile(database, profiles, each.contract);
        // A contract whose profile cannot be read is told of where it is loaded.
        if (!profile)
            continue;
        if (const auto done = recount_contract(database, **profile, each, clock, stop))
            moved += *done;
        else
            log::warning("incident.not_recounted", {{"contract", each.contract.text}, {"error", done.error().code}});
    }
    return moved;
}

}
