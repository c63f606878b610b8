#include "app/feed_sources.hpp"

#include "features/due/due_store.hpp"
#include "features/schedule/schedule_store.hpp"
#include "features/work_request/work_request_list_store.hpp"
#include "features/work_request/work_request_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban {
namespace {

constexpr int most_entries = 500;

/// The days by which the city wishes the requests that are not done.
std::vector<ical::Event> wished_requests(db::Reader& reader, const ContractId& contract, const Actor& actor, LocalDay)
{
    std::vector<ical::Event> events;
    if (!actor.may(Permission::view_work_request, contract))
        return events;
    using work_request::Status;
    const work_request::ListFilter filter{.statuses = {Status::requested, Status::in_progress, Status::confirming},
        .order = work_request::ListOrder::wish_on};
    const auto page = work_request::list(reader, work_request::reach_of(actor, contract), filter, "", most_entries);
    if (!page)
        return events;
    for (const work_request::WorkRequest& request : page->requests) {
        if (request.wish_on)
            events.push_back({request.id.text + "@hoshuban", instant(LocalTime{request.entered_on}), *request.wish_on,
                fmt::format("完了希望日 {} {}", request.number, request.title)});
    }
    return events;
}

// A clock names the title of its subject: who does not see the whole contract gets those of the requests he reaches.
bool sees(db::Reader& reader, const work_request::Reach& reach, const audit::Subject& subject)
{
    return reach.whole ||
        (subject.kind == "work_request" && work_request::find(reader, reach, {subject.id}).has_value());
}

/// The clocks that run: by when which side has to act.
std::vector<ical::Event> due_clocks(db::Reader& reader, const ContractId& contract, const Actor& actor, LocalDay)
{
    std::vector<ical::Event> events;
    if (!actor.may(Permission::view_gates, contract))
        return events;
    const auto reach = work_request::reach_of(actor, contract, Permission::view_gates);
    for (const due::Due& due : due::open_of(reader, contract, {.limit = most_entries})) {
        const due::NewDue& terms = due.terms;
        if (sees(reader, reach, terms.subject))
            events.push_back({due.id.text + "@hoshuban", terms.starts_at, terms.due_at,
                fmt::format("期限 {} {} {}", due::label(terms.kind).ja, terms.number, terms.title)});
    }
    return events;
}

// So far back and ahead a calendar program is told of days of work.
constexpr std::chrono::days shown_before{31};
constexpr std::chrono::days shown_after{366};

std::string description_of(const schedule::PlannedWindow& planned)
{
    const schedule::Proposal& terms = planned.window.terms;
    std::string text;
    const auto add = [&](std::string_view label, const std::string& value) {
        if (!value.empty())
            text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", label, value);
    };
    add("目的", terms.purpose);
    add("作業者", terms.people);
    return text;
}

/// Agreed days of work, and those that wait for an answer.
std::vector<ical::Event> work_windows(
    db::Reader& reader, const ContractId& contract, const Actor& actor, LocalDay today)
{
    std::vector<ical::Event> events;
    if (!actor.may(Permission::view_schedule, contract))
        return events;
    const auto reach = work_request::reach_of(actor, contract, Permission::view_schedule);
    for (const schedule::PlannedWindow& planned : schedule::windows_between(reader, reach,
             instant(LocalTime{today - shown_before}), instant(LocalTime{today + shown_after}), most_entries)) {
        const schedule::WorkWindow& window = planned.window;
        const bool agreed = window.state == schedule::State::agreed;
        events.push_back({.uid = window.id.text + "@hoshuban",
            .stamp = window.answered_at.value_or(window.proposed_at),
            .when = ical::Period{window.terms.from, window.terms.until},
            .summary = fmt::format(
                "{} {} {}", agreed ? "作業" : "作業（提案中）", planned.request_number, planned.request_title),
            .description = description_of(planned),
            .location =
                fmt::format("{}{}{}", planned.site_name, window.terms.room.empty() ? "" : " ", window.terms.room),
            .status = agreed ? ical::Status::confirmed : ical::Status::tentative});
    }
    return events;
}

}

const std::vector<feed::Source>& feed_sources()
{
    static const std::vector<feed::Source> sources{wished_requests, due_clocks, work_windows};
    return sources;
}

}
