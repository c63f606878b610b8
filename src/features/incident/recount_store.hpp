#pragma once
#include "features/incident/clock_store.hpp"

#include <functional>
#include <map>
#include <string>

namespace hoshuban::incident {

/// A portion of the open incidents that was counted again.
struct Recounted {
    int incidents = 0;
    int moved = 0; ///< clocks that are due at another moment now, begin or fall away
    IncidentId next = {}; ///< the last one that was counted; empty at the end
};

inline constexpr int recounted_at_once = 500;

/// Counts the levels of the next open incidents anew. A clock of the board that is due otherwise by the calendars of
/// today is moved; one of a level that holds now begins, one of a level that does not hold any more falls away; with an
/// event on its incident that tells both moments (`incident.recounted`). What was reported of a
/// month stays as it was reported. Three queries, and a few statements for the clocks that move and their events.
Result<Recounted> recount(db::Tx&, const audit::Cause&, const ContractId&, const LevelCalendars&,
    const IncidentId& after, const std::function<DueId()>& new_id);

/// By which calendars the incidents of each contract were counted last.
std::map<ContractId, std::string> counted_by(db::Reader&);
void put_counted_by(db::Tx&, const ContractId&, const std::string& calendars, Instant now);

}
