#pragma once
#include "core/calendar_day.hpp"
#include "features/trend/burn_up.hpp"
#include "features/trend/recurrence.hpp"

namespace hoshuban::trend {

/// What the faults of a contract show on a reference day (IMP-01, IMP-02; requirements 19 and 21 of section 5).
struct Trend {
    DayRange window = {};
    Recurrences recurrences = {};
    std::vector<BurnUp> burn_ups = {};
};

/// The whole months before a reference day, that day included: of 30 September and three months, 1 July to 30
/// September.
DayRange window_of(LocalDay on, int months);

}
