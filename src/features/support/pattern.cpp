#include "features/support/pattern.hpp"

#include "features/support/gap.hpp"

#include <fmt/format.h>

namespace hoshuban::support {
namespace {

using std::chrono::days;

std::unexpected<Error> refused_pattern(const char* field, const char* code, const Text& text)
{
    return fail(ErrorKind::invalid, code, text, {{field, code, text}});
}

Result<void> check_pattern(const Pattern& pattern)
{
    if (pattern.people.empty())
        return refused_pattern("people", "support/pattern_nobody",
            {"だれに電話するかを一人以上書いてください。", "name at least one person to call"});
    const auto& [first, last] = pattern.days;
    if (last < first || !WorkingCalendar::covers(first) || !WorkingCalendar::covers(last + days{1}))
        return refused_pattern("last", "support/pattern_days",
            {"最後の日が最初の日より前です。日を確かめてください。",
                "the last day comes before the first: check the days"});
    if (last - first > days{366})
        return refused_pattern(
            "last", "support/pattern_long", {"一度に作れるのは1年分までです。", "at most a year at once"});
    return {};
}

std::vector<Stretch> times_of(const Pattern& pattern, const WorkingCalendar& calendar)
{
    const auto& [first, last] = pattern.days;
    if (pattern.shape == Shape::outside_hours)
        return outside_hours(calendar, {instant(LocalTime{first}), instant(LocalTime{last + days{1}})});
    std::vector<Stretch> times;
    const days over{pattern.until > pattern.from ? 0 : 1};
    for (LocalDay day = first; day <= last; day += days{1}) {
        if (pattern.weekdays.contains(weekday_of(day)))
            times.push_back({instant(LocalTime{day} + pattern.from), instant(LocalTime{day + over} + pattern.until)});
    }
    return times;
}

// Weeks are numbered from the one of the first day.
std::size_t week_of(LocalDay first, LocalDay day)
{
    const LocalDay monday = first - (weekday_of(first) - std::chrono::Monday);
    return static_cast<std::size_t>((day - monday).count() / 7);
}

}

Result<std::vector<Shift>> spread(const Pattern& pattern, const WorkingCalendar& calendar)
{
    TRY(check_pattern(pattern));
    std::vector<Shift> shifts;
    for (const Stretch& time : times_of(pattern, calendar)) {
        const std::size_t turn =
            pattern.turn == Turn::week ? week_of(pattern.days.first, day_of(time.from)) : shifts.size();
        const Callee& callee = pattern.people[turn % pattern.people.size()];
        shifts.push_back({.from = time.from,
            .until = time.until,
            .person = callee.person,
            .phone = callee.phone,
            .rank = pattern.rank});
    }
    if (shifts.size() > most_shifts_at_once)
        return refused_pattern("last", "support/pattern_large",
            {fmt::format("{}件になります。一度に作れるのは{}件までです。期間を分けてください。", shifts.size(),
                 most_shifts_at_once),
                fmt::format("{} shifts: at most {} at once, divide the days", shifts.size(), most_shifts_at_once)});
    return shifts;
}

}
