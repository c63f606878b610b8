#include "features/schedule/ground_api.hpp"

#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"

namespace hoshuban::schedule {

Result<Ground> ground_of(http::Context& context, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(auto calendar, calendar::working_calendar(context.database(), *profile));
    return Ground{contract, std::move(profile), std::move(calendar), audit::cause_of(context)};
}

}
