#include "features/question/age.hpp"

namespace hoshuban::question {

int open_days_passed(const WorkingCalendar& calendar, Instant from, Instant to)
{
    return calendar.open_days_between(day_of(from) + std::chrono::days{1}, day_of(to));
}

Result<Instant> older_than(const WorkingCalendar& calendar, Instant now, int days)
{
    const LocalDay today = day_of(now);
    TRY_ASSIGN(const DayAnswer first, calendar.add_open_days(today, calendar.is_open(today) ? 1 - days : -days));
    return instant(LocalTime{first.day});
}

}
