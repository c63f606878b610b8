#pragma once
#include "features/audit/audit.hpp"
#include "features/audit/fact_change.hpp"
#include "features/visit/checklist.hpp"
#include "features/visit/listed_visit.hpp"
#include "platform/db/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::visit {

/// The visit if these sites show it, or a not_found error with the text for people.
Result<Listed> get(db::Reader&, const ContractId&, const Sight&, const VisitId&);
/// `get`, and refuse (`visit/changed`) when the caller saw another version.
Result<Listed> get_version(db::Reader&, const ContractId&, const Sight&, const VisitId&, int version);

/// Enters a visit. Refuses (`visit/elsewhere`, 409) when somebody is on another visit in that time, and names it.
Result<void> insert(db::Tx&, const audit::Cause&, const Visit&);

/// What an event is about, beside what differs in the visit.
struct Happening {
    std::string kind = {};
    audit::Facts more = {};
    std::string reason = {};
};

/// Stores a visit in the version before with its event; the visit as it is then. Refuses like insert(), by its plan
/// while it is planned, by its stay from the arrival on.
Result<Visit> update(db::Tx&, const audit::Cause&, const Happening&, const Visit& before, Visit after);

/// A tick with what the spare unit is.
struct ListedTick {
    Tick tick = {};
    std::string spare_number = {};
    std::string spare_model = {};
};

std::vector<ListedTick> ticks_of(db::Reader&, const ContractId&, const VisitId&);
void put_tick(db::Tx&, const Visit&, const Tick&);
void remove_tick(db::Tx&, const Visit&, const std::string& item);
/// Refuses (`visit/spare_taken`, at `spare_id`) a unit that goes along on another visit, and names it.
Result<void> check_not_taken(db::Reader&, const Visit&, const DeviceId&, const std::string& number);

enum class Shown { open, past, all };

constexpr auto names_of(const Shown*)
{
    return std::to_array<Name<Shown>>({{Shown::open, "open"}, {Shown::past, "past"}, {Shown::all, "all"}});
}

struct ListFilter {
    Shown shown = Shown::all;
    std::string site = {};
    std::string incident = {};
    std::string request = {};
    std::string worker = {}; ///< words of a name, as typed
    std::optional<LocalDay> from = {}; ///< of the announced beginning
    std::optional<LocalDay> until = {};
};

struct ListPage {
    std::vector<Listed> visits = {};
    std::string next = {}; ///< cursor; empty at the end
};

/// Open ones by their time, the next first; others the latest first. Two queries, one more for each 64 visits.
Result<ListPage> list(
    db::Reader&, const ContractId&, const Sight&, const ListFilter&, const std::string& cursor, int limit);

}
