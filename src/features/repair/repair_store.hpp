#pragma once
#include "features/audit/audit.hpp"
#include "features/audit/fact_change.hpp"
#include "features/repair/listed_repair.hpp"
#include "platform/db/database.hpp"

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
};

struct ListPage {
    std::vector<Listed> repairs;
    std::string next; ///< cursor; empty at the end
};

/// The latest failures first.
Result<ListPage> list(db::Reader&, const ContractId&, const ListFilter&, std::string_view cursor, int limit);

/// What differs in an event: the repair, a step.
audit::Facts facts_of(const Repair&);
audit::Facts facts_of(const Step&);

}
