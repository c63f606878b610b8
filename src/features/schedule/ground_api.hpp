#pragma once
#include "core/calendar.hpp"
#include "features/audit/audit.hpp"
#include "features/contract/profile.hpp"
#include "platform/http/router.hpp"

#include <memory>

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::schedule {

/// What every handler needs to know about its contract.
struct Ground {
    ContractId contract;
    std::shared_ptr<const contract::Profile> profile;
    std::shared_ptr<const WorkingCalendar> calendar;
    audit::Cause cause;
};

/// Of the contract in the path of the request.
Result<Ground> ground_of(http::Context&, contract::ProfileCache&);

}
