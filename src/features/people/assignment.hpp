#pragma once
#include "core/calendar_terms.hpp"
#include "core/result.hpp"
#include "features/people/staff_terms.hpp"
#include "features/people/worker.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::people {

/// Who does what of a work request, and on which days.
struct Assignment {
    AssignmentId id;
    ContractId contract_id;
    WorkRequestId request;
    WorkerId worker;
    std::string task;
    DayRange days; ///< both days included
    std::vector<DeviceId> devices = {}; ///< empty: whatever the request is about
    Instant assigned_at = {};
    std::string assigned_by = {};
};

/// The longest time for which somebody is assigned at once.
inline constexpr int most_assigned_days = 400;

/// Why a worker may not handle information assets on a day (PPL-09), and from when on it is possible as things stand.
struct Obstacle {
    std::string code;
    Text why;
    std::optional<LocalDay> possible_from = {};
};

/// None: the worker is on the roster on this day, and pledged and trained where the contract asks.
std::optional<Obstacle> obstacle_on(const Worker&, const StaffTerms&, LocalDay);

/// Refuses days the wrong way round or too many of them, and the first day on which there is an obstacle.
Result<void> check_assignable(const Worker&, const StaffTerms&, const DayRange&);

/// Refuses the same worker twice for the same request on one day.
Result<void> check_once(const std::vector<Assignment>&, const Assignment& wanted);

}
