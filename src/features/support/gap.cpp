#include "features/support/gap.hpp"

#include "core/calendar_explanation.hpp"

#include <algorithm>

namespace hoshuban::support {
namespace {

// What is left of a stretch when others, in the order of their beginnings, are taken out of it.
void take_out(std::vector<Stretch>& left, Stretch whole, std::span<const Stretch> others)
{
    for (const Stretch& each : others) {
        if (each.from >= whole.until)
            break;
        if (each.until <= whole.from)
            continue;
        if (each.from > whole.from)
            left.push_back({whole.from, each.from});
        whole.from = each.until;
        if (whole.from >= whole.until)
            return;
    }
    if (whole.from < whole.until)
        left.push_back(whole);
}

Text reason_of(const WorkingCalendar& calendar, const Stretch& time)
{
    const Text closed = closure_text(calendar, day_of(time.from), day_of(time.until - std::chrono::seconds{1}));
    return closed.ja.empty() ? Text{"夜間・早朝", "night"} : closed;
}

}

bool needs_on_call(const contract::Profile& profile)
{
    return std::ranges::any_of(profile.support_windows, [&](const contract::SupportWindow& window) {
        return std::ranges::any_of(profile.work_classes, [&](const contract::WorkClass& work_class) {
            return work_class.id == window.work_class && work_class.always;
        });
    });
}

std::vector<Stretch> outside_hours(const WorkingCalendar& calendar, const Stretch& time)
{
    std::vector<Stretch> hours;
    for (const WorkingCalendar::Span& span : calendar.service_spans(time.from, time.until))
        hours.push_back({span.opens, span.closes});
    std::vector<Stretch> outside;
    take_out(outside, time, hours);
    return outside;
}

std::vector<Gap> gaps(const WorkingCalendar& calendar, std::span<const Shift> shifts, const Stretch& time)
{
    std::vector<Stretch> covered;
    for (const Shift& each : shifts)
        covered.push_back({each.from, each.until});
    std::ranges::sort(covered, {}, &Stretch::from);
    std::vector<Stretch> left;
    for (const Stretch& each : outside_hours(calendar, time))
        take_out(left, each, covered);
    std::vector<Gap> found;
    for (const Stretch& each : left)
        found.push_back({each, reason_of(calendar, each)});
    return found;
}

}
