#include "features/trend/trend.hpp"

namespace hoshuban::trend {

DayRange window_of(LocalDay on, int months)
{
    const LocalDay after = on + std::chrono::days{1};
    const auto date = date_of(after) - std::chrono::months{months};
    return {date.ok() ? LocalDay{date} : last_day_of(date.year() / date.month()), on};
}

}
