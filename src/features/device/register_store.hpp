#pragma once
#include "features/audit/fact_change.hpp"
#include "features/device/register.hpp"
#include "platform/db/database.hpp"

namespace hoshuban::device {

struct UnitFilter {
    LocalDay day = {}; ///< as things stood on this day
    std::string site = {}; ///< the id; empty: everywhere
    std::string device_class = {};
    std::string division = {};
    std::optional<Use> use = {};
    std::string words = {};
    std::optional<std::vector<SiteId>> only = {}; ///< the sites beyond which nothing is seen; none: no bounds
};

struct UnitPage {
    std::vector<Unit> units;
    std::string next; ///< cursor; empty at the end
};

/// The units of a day by their numbers.
Result<UnitPage> list_units(db::Reader&, const ContractId&, const UnitFilter&, std::string_view cursor, int limit);

/// The units of a day, counted.
std::vector<Count> count_units(db::Reader&, const ContractId&, LocalDay);

/// What a unit is, as events tell it.
audit::Facts unit_facts(const contract::Device&);

/// A unit by its id, whether it is on the contract's list or left it.
Result<contract::Device> get_device(db::Reader&, const ContractId&, const DeviceId&);

}
