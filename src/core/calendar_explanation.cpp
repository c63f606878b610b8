#include "core/calendar_explanation.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban {
namespace {

namespace chrono = std::chrono;
using Span = WorkingCalendar::Span;

constexpr std::size_t longest_closure = 40;
constexpr std::size_t kept_at_start = 24;
constexpr std::size_t kept_at_end = 12;
constexpr std::size_t most_stretches = 16;

Instant begin_of(LocalDay day)
{
    return instant(LocalTime{day});
}

void append(Text& text, const Text& more, std::string_view ja_between, std::string_view en_between)
{
    text.ja += (text.ja.empty() ? "" : std::string{ja_between}) + more.ja;
    text.en += (text.en.empty() ? "" : std::string{en_between}) + more.en;
}

Text stretch_text(LocalDay first, LocalDay last, const Text& reason)
{
    Text text = day_text(first);
    if (first != last) {
        const Text until = day_text(last);
        text.ja += "〜" + until.ja;
        text.en += " to " + until.en;
    }
    return {text.ja + reason.ja, fmt::format("{} ({})", text.en, reason.en)};
}

std::vector<Step> shortened(std::vector<Step> steps)
{
    if (steps.size() <= longest_closure)
        return steps;
    const auto first = steps.begin() + kept_at_start;
    const auto last = steps.end() - kept_at_end;
    Step omitted{StepKind::omitted, first->from, (last - 1)->to, chrono::minutes{0}, {}};
    for (auto step = first; step != last; ++step)
        omitted.minutes += step->minutes;
    const Text from = time_text(local_time(omitted.from));
    const Text to = time_text(local_time(omitted.to));
    omitted.text = {fmt::format("（{}から{}までの{}行を省略、この間に{}分）", from.ja, to.ja, last - first,
                        omitted.minutes.count()),
        fmt::format("({} to {}: {} lines left out, {} minutes in them)", from.en, to.en, last - first,
            omitted.minutes.count())};
    const auto next = steps.erase(first, last);
    steps.insert(next, std::move(omitted));
    return steps;
}

Step waiting(const WorkingCalendar& calendar, Instant from, Instant to)
{
    const LocalDay first = day_of(from);
    const LocalDay last = day_of(to);
    const Text begin = time_text(local_time(from));
    const Text end = time_text(local_time(to));
    const Text closed = closure_text(calendar, first, last);
    Text text{fmt::format("{}から{}までは数えません（時間外", begin.ja, end.ja),
        fmt::format("{} to {} does not count (outside hours", begin.en, end.en)};
    append(text, closed, closed.ja.empty() ? "" : "、", closed.en.empty() ? "" : "; ");
    text.ja += "）。";
    text.en += ").";
    return {StepKind::wait, from, to, chrono::minutes{0}, text};
}

Step counting(Instant from, Instant to, chrono::seconds left)
{
    // A count that starts within a minute is shown in whole minutes; the instants keep the seconds.
    const auto counted = chrono::round<chrono::minutes>(to - from);
    const auto rest = chrono::round<chrono::minutes>(left);
    const Text begin = time_text(local_time(from));
    const Text end = time_text(local_time(to));
    return {StepKind::count, from, to, counted,
        {fmt::format("{}から{}まで{}分（残り{}分）。", begin.ja, end.ja, counted.count(), rest.count()),
            fmt::format("{} to {}: {} minutes ({} left).", begin.en, end.en, counted.count(), rest.count())}};
}

Step open_day(LocalDay day, int number)
{
    const Text text = day_text(day);
    return {StepKind::open_day, begin_of(day), begin_of(day + chrono::days{1}), chrono::minutes{0},
        {fmt::format("{}日目: {}", number, text.ja), fmt::format("day {}: {}", number, text.en)}};
}

Step closed_days(const WorkingCalendar& calendar, LocalDay first, LocalDay last)
{
    const Text text = closure_text(calendar, first, last);
    return {StepKind::wait, begin_of(first), begin_of(last + chrono::days{1}), chrono::minutes{0},
        {"数えません: " + text.ja, "not counted: " + text.en}};
}

Step start_of_days(LocalDay start, int n)
{
    const Text day = day_text(start);
    const Text text = n >= 0
        ? Text{fmt::format("{}の翌日から開庁日を{}日数えます（初日不算入）。", day.ja, n),
              fmt::format("{} open days are counted from the day after {} (the first day is not counted).", n, day.en)}
        : Text{fmt::format("{}の前日からさかのぼって開庁日を{}日数えます（初日不算入）。", day.ja, -n),
              fmt::format("{} open days are counted backwards from the day before {} (the first day is not counted).",
                  -n, day.en)};
    return {StepKind::start, begin_of(start), begin_of(start), chrono::minutes{0}, text};
}

}

Text closure_text(const WorkingCalendar& calendar, LocalDay first, LocalDay last)
{
    Text text;
    LocalDay since = first;
    Text reason;
    std::size_t stretches = 0;
    const auto finish = [&](LocalDay until) {
        if (!reason.ja.empty() && ++stretches <= most_stretches)
            append(text, stretch_text(since, until, reason), "、", ", ");
    };
    for (LocalDay day = first; day <= last; day += chrono::days{1}) {
        const DayStatus status = calendar.status(day);
        const Text today = status.open || status.reasons.empty() ? Text{} : status.reasons.front();
        if (today == reason)
            continue;
        finish(day - chrono::days{1});
        since = day;
        reason = today;
    }
    finish(last);
    if (stretches > most_stretches) {
        text.ja += fmt::format("ほか{}件", stretches - most_stretches);
        text.en += fmt::format(" and {} more", stretches - most_stretches);
    }
    return text;
}

Step forecast_step(const WorkingCalendar& calendar, LocalDay answer)
{
    const Text until = day_text(calendar.published_until());
    return {StepKind::forecast, begin_of(answer), begin_of(answer), chrono::minutes{0},
        {fmt::format(
             "公表済みの祝日は{}までのため、この答えは予測です。祝日が公表されたら計算し直してください。", until.ja),
            fmt::format("Holidays are published up to {} only, so this answer is a forecast: count again once they are "
                        "published.",
                until.en)}};
}

std::vector<Step> explain_service_time(
    const WorkingCalendar& calendar, Instant start, chrono::minutes minutes, Instant answer)
{
    const Text begin = time_text(local_time(start));
    std::vector<Step> steps;
    Instant reached = start;
    chrono::seconds left = minutes;
    for (const Span& span : calendar.service_spans(start, std::max(answer, start + chrono::seconds{1}))) {
        const Instant from = std::max(span.opens, start);
        const Instant to = std::min(span.closes, answer);
        if (from > reached)
            steps.push_back(waiting(calendar, reached, from));
        if (to > from) {
            left -= to - from;
            steps.push_back(counting(from, to, left));
        }
        reached = std::max(from, to);
    }
    if (answer > reached)
        steps.push_back(waiting(calendar, reached, answer));
    steps = shortened(std::move(steps));
    steps.insert(steps.begin(),
        {StepKind::start, start, start, chrono::minutes{0},
            {fmt::format("{}から受付・対応時間で{}分を数えます。", begin.ja, minutes.count()),
                fmt::format("{} minutes of service time are counted from {}.", minutes.count(), begin.en)}});
    return steps;
}

std::vector<Step> explain_open_days(const WorkingCalendar& calendar, LocalDay start, int n, LocalDay answer)
{
    const chrono::days forward{n < 0 ? -1 : 1};
    std::vector<Step> steps;
    int number = 0;
    LocalDay closed_since = start;
    for (LocalDay day = start; day != answer;) {
        day += forward;
        if (!calendar.is_open(day)) {
            closed_since = closed_since == start ? day : closed_since;
            continue;
        }
        if (closed_since != start) {
            const LocalDay until = day - forward;
            steps.push_back(closed_days(calendar, std::min(closed_since, until), std::max(closed_since, until)));
        }
        closed_since = start;
        steps.push_back(open_day(day, ++number));
    }
    steps = shortened(std::move(steps));
    steps.insert(steps.begin(), start_of_days(start, n));
    return steps;
}

}
