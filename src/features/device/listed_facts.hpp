#pragma once
#include "features/device/address.hpp"
#include "features/device/listed_part.hpp"
#include "features/device/unit_detail.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hoshuban::device {

/// What a list says of a unit beside where it stands and what it is (DEV-12…DEV-15, INS-05).
struct ListedFacts {
    std::string serial = {};
    std::optional<LocalDay> bought_on = {};
    std::optional<LocalDay> warranty_ends_on = {}; ///< the last day
    std::optional<bool> wire = {}; ///< none: nobody has looked
    bool spare_key = false;
    std::string medium_edition = {};
    std::string address = {}; ///< on the day of the list
    std::vector<ListedPart> parts = {}; ///< of every kind on that day, sorted

    bool operator==(const ListedFacts&) const = default;
};

/// What somebody entered of a unit.
struct KnownFacts {
    std::string number = {}; ///< of the unit
    bool stands = false; ///< it is not retired at last, so its serial number is its own
    UnitDetail detail = {}; ///< without type number and remarks, which are the register's row
    Addresses addresses = {};
    std::vector<Part> parts = {}; ///< of all days
};

/// By unit; units of which nothing was entered are not among them.
using FactsOfUnits = std::map<DeviceId, ListedFacts>;

/// The facts as they are on a day.
ListedFacts facts_on(const KnownFacts&, LocalDay);

FactsOfUnits facts_on(const std::map<DeviceId, KnownFacts>&, LocalDay);

/// The detail when it is as the list says.
UnitDetail detail_with(UnitDetail, const ListedFacts&);

}
