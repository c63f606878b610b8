#pragma once
#include "core/calendar.hpp"
#include "features/audit/audit.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "platform/http/context.hpp"

#include <memory>

namespace hoshuban::gate {

/// What every handler needs to know about its contract.
struct Ground {
    ContractId contract;
    std::shared_ptr<const contract::Profile> profile;
    std::shared_ptr<const WorkingCalendar> calendar;
    audit::Cause cause;
};

inline Result<Ground> ground_of(const http::Context& context, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(auto calendar, calendar::working_calendar(context.database(), *profile));
    return Ground{contract, std::move(profile), std::move(calendar), audit::cause_of(context)};
}

}
