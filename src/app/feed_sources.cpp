#include "app/feed_sources.hpp"

#include "features/due/due_store.hpp"
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

}

const std::vector<feed::Source>& feed_sources()
{
    static const std::vector<feed::Source> sources{wished_requests, due_clocks};
    return sources;
}

}
