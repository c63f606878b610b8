#include "features/support/support_window.hpp"

#include "core/open_state.hpp"
#include "core/typed_fields.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::support {
namespace {

using contract::Response;
using contract::SupportWindow;

void add_forecast(Answer& answer, const WorkingCalendar& calendar, Instant at)
{
    if (!answer.forecast)
        answer.explanation.push_back(forecast_step(calendar, day_of(at)));
    answer.forecast = true;
}

// Why the hours do not run, and when they do again.
void add_opening(Answer& answer, const OpenState& closed, const WorkingCalendar& calendar, Instant instructed)
{
    answer.opens_at = closed.opens_at;
    answer.explanation.push_back(opening_step(closed, instructed));
    if (closed.forecast)
        add_forecast(answer, calendar, *closed.opens_at);
}

Instant opening_of(const WorkingCalendar& calendar, LocalDay day)
{
    const DayStatus status = calendar.status(day);
    const MinuteOfDay opens = status.windows.empty() ? MinuteOfDay{0} : status.windows.front().opens;
    return instant(LocalTime{day} + opens);
}

Result<void> add_due(Answer& answer, const SupportWindow& window, const WorkingCalendar& calendar, Instant instructed)
{
    const LocalDay day = day_of(instructed);
    TRY_ASSIGN(const DayAnswer next, calendar.next_open_day(day));
    answer.due = opening_of(calendar, next.day);
    answer.guide = window.guide;
    for (Step& step : explain_open_days(calendar, day, 1, next.day))
        answer.explanation.push_back(std::move(step));
    const Text until = time_text(local_time(*answer.due));
    answer.explanation.push_back({StepKind::result, *answer.due, *answer.due, std::chrono::minutes{0},
        {fmt::format(
             "その日に対応できないときは、翌開庁日の業務時間前、{}まで{}。", until.ja, window.guide ? "（目安）" : ""),
            fmt::format("What cannot be handled on that day: before the next open day begins, by {}{}.", until.en,
                window.guide ? " (a guide)" : "")}});
    if (next.forecast)
        add_forecast(answer, calendar, *answer.due);
    return {};
}

Promise promise_of(const SupportWindow& window, bool running)
{
    switch (window.response) {
    case Response::immediate_on_site:
        if (running)
            return Promise::on_site_now;
        return window.otherwise_by == contract::OtherwiseBy::next_opening ? Promise::by_next_opening
                                                                          : Promise::at_opening;
    case Response::during_hours:
        return running ? Promise::now : Promise::at_opening;
    case Response::best_effort:
        break;
    }
    return Promise::best_effort;
}

bool holds(const SupportWindow& window, std::string_view device_class)
{
    return std::ranges::find(window.device_classes, device_class) != window.device_classes.end();
}

}

CalendarTerms open_on(CalendarTerms terms, Weekdays more)
{
    Weekdays closed;
    for (unsigned day = 0; day < 7; ++day) {
        const std::chrono::weekday each{day};
        if (terms.closed_weekdays.contains(each) && !more.contains(each))
            closed.add(each);
    }
    terms.closed_weekdays = closed;
    return terms;
}

Result<Answer> answer(const SupportWindow& window, const WorkingCalendar& calendar, Instant instructed)
{
    Answer answer;
    TRY_ASSIGN(const OpenState state, open_state(calendar, instructed));
    answer.running = state.open;
    answer.promise = promise_of(window, state.open);
    if (window.otherwise_by == contract::OtherwiseBy::next_opening) {
        TRY(add_due(answer, window, calendar, instructed));
    }
    // Where the next opening is what is due, its explanation says it already.
    if (state.opens_at && state.opens_at != answer.due)
        add_opening(answer, state, calendar, instructed);
    else
        answer.opens_at = state.opens_at;
    return answer;
}

std::vector<std::string> severities(const contract::Profile& profile, std::string_view device_class)
{
    std::vector<const SupportWindow*> told_apart;
    for (const SupportWindow& window : profile.support_windows) {
        if (!window.severity.empty() && holds(window, device_class))
            told_apart.push_back(&window);
    }
    std::ranges::stable_sort(told_apart, {}, &SupportWindow::response);
    std::vector<std::string> severities;
    for (const SupportWindow* window : told_apart) {
        if (std::ranges::find(severities, window->severity) == severities.end())
            severities.push_back(window->severity);
    }
    return severities;
}

const SupportWindow* window_for(
    const contract::Profile& profile, std::string_view device_class, std::string_view severity)
{
    const auto known = severities(profile, device_class);
    const bool told = std::ranges::find(known, severity) != known.end();
    const std::string wanted{told || known.empty() ? severity : std::string_view{known.front()}};
    const auto found = std::ranges::find_if(profile.support_windows, [&](const SupportWindow& window) {
        return holds(window, device_class) && (known.empty() || window.severity == wanted);
    });
    return found == profile.support_windows.end() ? nullptr : &*found;
}

Result<SeverityRuling> settled(
    const contract::Profile& profile, std::string_view device_class, std::string_view before, SeverityRuling ruling)
{
    TRY(take_fields({{"decided_by", ruling.decided_by, 200, true}, {"reason", ruling.reason, 1000, true}}));
    const auto known = severities(profile, device_class);
    const auto refused = [](const char* code, const Text& text) {
        return fail(ErrorKind::invalid, code, text, {{"severity", code, text}});
    };
    if (std::ranges::find(known, ruling.severity) == known.end())
        return refused("support/unknown_severity",
            {"この契約が、その種別の機器で分けている重さではありません。一覧から選んでください。",
                "the contract tells no such severity apart for these devices: choose one of the list"});
    if (ruling.severity == (before.empty() ? std::string_view{known.front()} : before))
        return refused("support/same_severity",
            {"いまと同じ重さです。変えるときは別の重さを選んでください。",
                "that is its severity now: choose another one to change it"});
    return ruling;
}

}
