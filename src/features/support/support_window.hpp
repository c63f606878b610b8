#pragma once
#include "core/calendar.hpp"
#include "core/calendar_explanation.hpp"
#include "features/contract/profile.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoshuban::support {

/// What a support window promises about a fault that is told of at one moment.
enum class Promise {
    on_site_now, ///< immediate on-site; where `due` is set it is for what cannot be handled on that day (SUP-03,
                 ///< SUP-04)
    by_next_opening, ///< outside the hours: before the next open day begins (SUP-04)
    now, ///< within the hours that are agreed
    at_opening, ///< outside of them: from the next opening
    best_effort, ///< この限りではない (SUP-05)
};

constexpr auto names_of(const Promise*)
{
    return std::to_array<Name<Promise>>({
        {Promise::on_site_now, "on_site_now"},
        {Promise::by_next_opening, "by_next_opening"},
        {Promise::now, "now"},
        {Promise::at_opening, "at_opening"},
        {Promise::best_effort, "best_effort"},
    });
}

/// What a window says about one moment, with the calendar's reasons.
struct Answer {
    Promise promise = Promise::best_effort;
    bool running = false; ///< the hours of the window's work class run at the moment
    std::optional<Instant> opens_at = {}; ///< when they next begin; none while they run, or when no hours are agreed
    std::optional<Instant> due = {}; ///< the opening of the next open day, where the window names one
    bool guide = false; ///< `due` is a guide (目安): late is shown, but breaks nothing
    bool forecast = false; ///< `opens_at` or `due` rests on holidays that are not published yet
    std::vector<Step> explanation = {}; ///< how the calendar comes to `opens_at` and `due`; empty when there is neither
};

/// What the window says about a fault that the contractor is told of at this moment (SUP-01, SUP-03…06). The calendar
/// is that of the window's work class. Fails with `calendar/out_of_range` beyond the calendar's years.
Result<Answer> answer(const contract::SupportWindow&, const WorkingCalendar&, Instant instructed);

/// The calendar of a site that opens on more weekdays than the contract's. They have the hours of any other day.
CalendarTerms open_on(CalendarTerms, Weekdays more);

/// The severities that the contract tells apart for a class of devices, the strictest first: that one holds until the
/// city decides otherwise (SUP-07, A-27). Empty when it tells none apart.
std::vector<std::string> severities(const contract::Profile&, std::string_view device_class);

/// The window that decides about a fault: that of the severity, of the strictest where none is given or told apart.
/// Null when the contract has no window for the class.
const contract::SupportWindow* window_for(
    const contract::Profile&, std::string_view device_class, std::string_view severity);

/// The severity of a fault set anew (SUP-07). Who decides is recorded, because the contract does not say.
struct SeverityRuling {
    std::string severity = {};
    std::string decided_by = {}; ///< who of the city
    std::string reason = {};

    bool operator==(const SeverityRuling&) const = default;
};

/// Settles a ruling about a fault of this class that has the severity `before`, empty: none was ruled yet. Refuses a
/// severity that the contract does not know there (`support/unknown_severity`) or that it has already
/// (`support/same_severity`), and a ruling without who decided and why.
Result<SeverityRuling> settled(
    const contract::Profile&, std::string_view device_class, std::string_view before, SeverityRuling);

}
