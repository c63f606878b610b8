#include "core/open_state.hpp"

#include <fmt/format.h>

namespace hoshuban {
namespace {

// A night, when no day in it is closed.
Text outside_hours()
{
    return {"時間外", "outside the hours"};
}

}

Result<OpenState> open_state(const WorkingCalendar& calendar, Instant at)
{
    OpenState state;
    state.open = calendar.in_service(at);
    if (state.open) {
        const auto spans = calendar.service_spans(at, at + std::chrono::seconds{1});
        if (calendar.terms().hours != ServiceHours::always && !spans.empty())
            state.closes_at = spans.front().closes;
        return state;
    }
    if (!calendar.has_service_hours()) {
        state.reason = {"時間の定めがありません", "no hours are agreed"};
        return state;
    }
    TRY_ASSIGN(const TimeAnswer opening, calendar.next_service(at));
    state.opens_at = opening.at;
    state.forecast = opening.forecast;
    state.reason = closure_text(calendar, day_of(at), day_of(opening.at));
    if (state.reason.ja.empty())
        state.reason = outside_hours();
    return state;
}

Step opening_step(const OpenState& closed, Instant from)
{
    const Text begin = time_text(local_time(from));
    const bool night = closed.reason == outside_hours();
    Text text{fmt::format("{}は時間外です{}。", begin.ja, night ? "" : "（" + closed.reason.ja + "）"),
        fmt::format("{} is outside the hours{}.", begin.en, night ? "" : " (" + closed.reason.en + ")")};
    if (closed.opens_at) {
        const Text opens = time_text(local_time(*closed.opens_at));
        text.ja += fmt::format("次は{}からです。", opens.ja);
        text.en += fmt::format(" They begin again on {}.", opens.en);
    }
    return {StepKind::wait, from, closed.opens_at.value_or(from), std::chrono::minutes{0}, text};
}

}
