#pragma once
#include "features/audit/audit.hpp"
#include "features/device/register_import.hpp"
#include "features/device/undo.hpp"
#include "platform/db/database.hpp"

#include <functional>
#include <set>
#include <string>

namespace hoshuban::device {

/// The register for a list of this reference day: eight queries, however long it is.
RegisterState register_state(db::Reader&, const ContractId&, LocalDay day);

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
    std::string choices = {}; ///< what the person chose while looking at it, as the API writes it
};

void insert(db::Tx&, const ContractId&, const RegisterImport&, const PersonId&, Instant now);
Result<RegisterImport> get_import(db::Reader&, const ContractId&, const ImportId&);

/// Remembers what was chosen; refused once the list is saved (`import/saved`).
Result<void> put_choices(db::Tx&, const ContractId&, const ImportId&, const std::string& choices);

/// What was written.
struct SavedRegister {
    ActId act = {}; ///< by which it can be taken back
    int entered = 0; ///< new units
    int taken = 0; ///< units that took the row of one that was only counted
    int changed = 0; ///< other units
    int moves = 0;
    std::set<std::string> divisions = {}; ///< of the units that moved or are new
};

/// Stores the new and changed rows of a plan with their moves and events, once (`import/saved`). The state is the one
/// that the plan was made from; the caller has seen that its stamp still holds. A fixed number of statements for every
/// few hundred rows on PostgreSQL, a few for each row on SQLite, where none is a round trip.
Result<SavedRegister> save_plan(db::Tx&, const ContractId&, const audit::Cause&, const RegisterImport&,
    const std::string& reason, const RegisterState&, const RegisterPlan&, const std::function<std::string()>& new_id);

/// Stores the rows of a plan as one act, which says what it is and why; the rest of it is filled in here.
Result<SavedRegister> write_plan(db::Tx&, const ContractId&, const audit::Cause&, RegisterAct, const RegisterState&,
    const RegisterPlan&, const std::function<std::string()>& new_id);

/// Remembers another name of a site. Refuses a name that the contract has for a site already.
Result<void> remember(
    db::Tx&, const contract::Profile&, const audit::Cause&, const std::string& written, const SiteId&);

/// Forgets a remembered name; what was saved by it stays. Refuses names that nobody remembered and a blank reason.
Result<void> forget(
    db::Tx&, const ContractId&, const audit::Cause&, const std::string& alias, const std::string& written);

/// A remembered name with who said it and when.
struct RememberedAlias {
    SiteAlias alias;
    std::string entered_by;
    Instant entered_at;
};
std::vector<RememberedAlias> remembered_aliases(db::Reader&, const ContractId&);

std::vector<SiteAlias> site_aliases(db::Reader&, const ContractId&);

}
