#pragma once
#include "features/incident/clock_store.hpp"

#include <functional>
#include <optional>
#include <string>

namespace hoshuban::incident {

/// The times of a visit because of an incident, and who was there.
struct VisitTimes {
    VisitId visit = {};
    std::optional<Instant> arrived = {};
    std::optional<Instant> started = {};
    std::optional<Instant> departed = {};
    std::string workers = {}; ///< their names
    std::string city_person = {}; ///< who of the site was told of the visit

    bool operator==(const VisitTimes&) const = default;
};

/// Lets the course of an incident and its clocks follow the times of a visit, with the event of what differs. Refuses
/// what does not follow (change_stay), and an incident that is closed. `reason` says why times differ that were
/// recorded before.
Result<void> follow_visit(db::Tx&, const audit::Cause&, const contract::Profile&, const IncidentId&, const VisitTimes&,
    const std::string& reason, const std::function<DueId()>& new_id);

}
