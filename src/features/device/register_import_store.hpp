#pragma once
#include "features/audit/audit.hpp"
#include "features/device/register_import.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <string>

namespace hoshuban::device {

/// The register for a list of this reference day: four queries, however long it is.
RegisterState register_state(db::Reader&, const ContractId&, LocalDay on);

/// Differs when anything that a plan rests on was changed: moves, units, names of sites, the profile.
std::string register_stamp(db::Reader&, const ContractId&);

/// A list that came in.
struct RegisterImport {
    ImportId id;
    std::string name;
    std::string sha256;
    LocalDay on = {};
    Cause cause = Cause::correction;
    std::optional<Instant> saved_at = {};
};

void insert(db::Tx&, const ContractId&, const RegisterImport&, const PersonId&, Instant now);
Result<RegisterImport> get_import(db::Reader&, const ContractId&, const ImportId&);

/// What was written.
struct SavedRegister {
    int entered = 0; ///< new units
    int taken = 0; ///< units that took the row of one that was only counted
    int changed = 0; ///< other units
    int moves = 0;
};

/// Stores the new and changed rows of a plan with their moves and events, once (`import/saved`). The state is the one
/// that the plan was made from; the caller has seen that its stamp still holds. A fixed number of statements for every
/// few hundred rows on PostgreSQL, a few for each row on SQLite, where none is a round trip.
Result<SavedRegister> save_plan(db::Tx&, const ContractId&, const audit::Cause&, const RegisterImport&,
    const RegisterState&, const RegisterPlan&, const std::function<std::string()>& new_id);

/// Remembers another name of a site. Refuses a name that the contract has for a site already.
Result<void> remember(db::Tx&, const contract::Profile&, const audit::Cause&, const std::string& alias, const SiteId&);

std::vector<SiteAlias> site_aliases(db::Reader&, const ContractId&);

}
