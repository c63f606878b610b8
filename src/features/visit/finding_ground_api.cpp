#include "features/visit/finding_ground_api.hpp"

#include "features/calendar/calendar_store.hpp"

namespace hoshuban::visit {

Result<OneFinding> act_on_finding(http::Context& context, contract::ProfileCache& profiles, const DecideFinding& decide)
{
    TRY_ASSIGN(const int version, context.if_match());
    const auto id = context.path<FindingId>("id");
    const LocalDay today = day_of(context.now());
    return context.database().write([&](db::Tx& tx) -> Result<OneFinding> {
        TRY_ASSIGN(const auto ground, ground_of(context, tx, profiles));
        const ContractId& contract = ground.profile->id;
        TRY_ASSIGN(const auto before, get_finding_version(tx, contract, ground.sight, id, version));
        TRY_ASSIGN(const auto visit, get(tx, contract, ground.sight, before.finding.visit));
        TRY_ASSIGN(const auto calendar, calendar::working_calendar(tx, *ground.profile));
        TRY_ASSIGN(auto decided, decide({*ground.profile, visit.visit, today}, before.finding));
        auto& [wanted, event] = decided;
        const Finding after = update(tx, audit::cause_of(context), *calendar, event, before, std::move(wanted));
        return OneFinding{view_of({after, before.site_name}, context.actor(), today), after.version};
    });
}

}
