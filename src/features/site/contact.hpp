#pragma once
#include "core/id.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>

namespace hoshuban::site {

using ContactId = Id<struct SiteContactTag>;

/// Somebody at a site whom the contractor calls, on the days [from, to].
struct Contact {
    ContactId id = {};
    ContractId contract_id = {};
    SiteId site = {};
    std::string name = {}; ///< of a person or a section
    std::string section = {};
    std::string phone = {};
    std::string note = {};
    LocalDay from = {};
    std::optional<LocalDay> to = {}; ///< none: until further notice
    std::string entered_by = {};
    Instant entered_at = {};
    int version = 1;
};

/// Settles what somebody wrote. Refuses a missing name, a phone number that is none, and an end before the beginning.
Result<void> take(Contact&);

/// Whether the entry holds on a day.
bool holds(const Contact&, LocalDay);

}
