#pragma once
#include "features/audit/audit.hpp"
#include "features/audit/fact_change.hpp"
#include "features/repair/listed_repair.hpp"
#include "platform/db/database.hpp"

#include <map>
#include <string>
#include <vector>

namespace hoshuban::repair {

Result<Listed> get(db::Reader&, const ContractId&, const RepairId&);
/// Refuses (`repair/changed`) when somebody else was first.
Result<Listed> get_version(db::Reader&, const ContractId&, const RepairId&, int version);

/// Enters a repair with its first step. Refuses (`repair/already_open`) a unit that is on its way back already.
Result<void> insert(db::Tx&, const audit::Cause&, const Repair&, const std::string& device_number);

/// Stores a repair in the version before, with the event of what happened; the repair as it is then.
Repair update(
    db::Tx&, const audit::Cause&, std::string_view kind, const audit::Facts& more, const Listed& before, Repair after);

void insert_step(db::Tx&, const Repair&, const Step&);
/// In the order in which they were done.
std::vector<Step> steps_of(db::Reader&, const ContractId&, const RepairId&);

/// The spare that took the place of a unit which was exchanged and not yet repaired; none: no exchange.
std::optional<DeviceId> exchanged_for(db::Reader&, const ContractId&, const DeviceId&);

struct ListFilter {
    std::string state = {}; ///< `open`: everything that is not closed; empty: all
    std::string model = {};
    std::string words = {};
    std::string device = {};
    std::string site = {}; ///< the id: where the unit stood on the day it failed, or was brought to
};

struct ListPage {
    std::vector<Listed> repairs;
    std::string next; ///< cursor; empty at the end
};

/// The latest failures first.
Result<ListPage> list(db::Reader&, const ContractId&, const ListFilter&, std::string_view cursor, int limit);

/// How many repairs that are not closed each site has, as the filter `site` finds them. One query.
std::map<SiteId, int> open_by_site(db::Reader&, const ContractId&);

/// What differs in an event: the repair, a step.
audit::Facts facts_of(const Repair&);
audit::Facts facts_of(const Step&);

}
