#pragma once
#include "features/contract/profile.hpp"
#include "features/device/ipv4.hpp"
#include "features/device/spans.hpp"

#include <optional>
#include <string>

namespace hoshuban::device {

/// The addresses of a unit; an empty one: it has none (DEV-13, INS-05).
using Addresses = Spans<std::string>;

/// What somebody enters: the address that a unit has from a day on.
struct AddressChange {
    LocalDay on = {};
    std::string address = {}; ///< empty: none from that day on
    std::string note = {};
};

/// The addresses of a site, given by the city.
struct SiteRange {
    SiteId site;
    std::optional<Ipv4Range> addresses = {}; ///< none: any
    int version = 1; ///< 1 while nobody has entered one
};

/// Settles the address and the note. Refuses what is no address, days outside the contract and days to come, and an
/// address that the site does not have.
Result<void> take(const contract::Profile&, AddressChange&, const SiteRange&, LocalDay today);

/// What a written range means; empty takes it back.
Result<std::optional<Ipv4Range>> range_of(const std::string& typed);

}
