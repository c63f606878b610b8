#include "features/audit/audit_api.hpp"

#include "features/audit/audit_store.hpp"
#include "features/audit/event_view_api.hpp"

#include <charconv>

namespace hoshuban::audit {

struct EventsQuery {
    std::optional<std::string> cursor;
    std::optional<std::string> subject;
    std::optional<std::string> kind;
    std::optional<LocalDay> from;
    std::optional<LocalDay> to;
    std::optional<std::string> actor;
    int limit = 50;
};

json::Object describe(const EventsQuery*);

json::Object describe(const EventsQuery*)
{
    using Q = EventsQuery;
    return json::object<Q>("EventsQuery", json::field("cursor", &Q::cursor, {"続き", "Cursor"}),
        json::field("subject", &Q::subject, {"対象（種類:識別子）", "Subject (kind:id)"}),
        json::field("kind", &Q::kind, {"種類", "Kind"}), json::field("from", &Q::from, {"この日から", "From this day"}),
        json::field("to", &Q::to, {"この日まで", "To this day"}),
        json::field("actor", &Q::actor, {"操作した人（氏名の一部か識別子）", "By (part of the name, or id)"},
            json::length(0, 100)),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 500), json::defaulted()));
}

namespace {

constexpr int timeline_limit = 500;

std::unexpected<Error> refused(std::string path, Text text)
{
    const std::string code = "audit/" + path + "_invalid";
    return fail(ErrorKind::invalid, code, text, {{std::move(path), code, text}});
}

Result<EventFilter> filter_of(const EventsQuery& query)
{
    EventFilter filter{.kind = query.kind,
        .first = query.from,
        .last = query.to,
        .actor = query.actor.value_or(""),
        .limit = query.limit};
    if (query.from && query.to && *query.to < *query.from)
        return refused(
            "to", {"終わりの日は始めの日以後にしてください。", "The last day must not be before the first."});
    if (query.cursor) {
        const std::string& text = *query.cursor;
        std::int64_t before = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), before);
        if (problem != std::errc{} || end != text.data() + text.size())
            return refused("cursor",
                {"前のページの next_cursor を指定してください。", "Give the next_cursor of the page before."});
        filter.before = before;
    }
    if (query.subject) {
        const auto colon = query.subject->find(':');
        if (colon == std::string::npos)
            return refused(
                "subject", {"対象は「種類:識別子」の形で指定してください。", "Give the subject as kind:id."});
        filter.subject = Subject{query.subject->substr(0, colon), query.subject->substr(colon + 1)};
    }
    return filter;
}

Result<LedgerEventPage> list(http::Context& context, const EventsQuery& query, const Words& words)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(auto filter, filter_of(query));
    ++filter.limit;
    const auto events =
        context.database().read([&](db::Reader& reader) { return list_events(reader, contract, filter); });
    LedgerEventPage page;
    for (const Event& event : events) {
        if (static_cast<int>(page.items.size()) == query.limit) {
            page.next_cursor = std::to_string(page.items.back().sequence);
            break;
        }
        page.items.push_back(ledger_view_of(event, words));
    }
    return page;
}

Result<AuditView> audit(http::Context& context, const std::vector<LedgerCheck>& checks)
{
    const auto contract = context.path<ContractId>("contract");
    return context.database().read([&](db::Reader& reader) -> Result<AuditView> {
        const auto found = verify(reader, contract);
        AuditView view{found.events, found.verified_until, found.head_hash, !found.broken, std::nullopt, {}};
        if (found.broken)
            view.broken = BrokenView{found.broken->sequence, reason_of(*found.broken)};
        for (const LedgerCheck& check : checks) {
            view.ledgers.push_back(view_of(check(reader, contract)));
            view.ok = view.ok && view.ledgers.back().ok;
        }
        return view;
    });
}

Result<EventListView> timeline(http::Context& context, const Timeline& served, const Words& words)
{
    const auto contract = context.path<ContractId>("contract");
    const Subject subject{served.subject_kind, context.path_text(served.parameter)};
    TRY_ASSIGN(const auto events, context.database().read([&](db::Reader& reader) -> Result<std::vector<Event>> {
        if (served.check)
            TRY(served.check(context, reader));
        return events_of(reader, contract, subject, timeline_limit);
    }));
    // What nobody vouched for exists when it was once created, which is an event.
    if (events.empty() && !served.check)
        return fail(ErrorKind::not_found, "audit/no_subject", {"見つかりません。", "Not found."});
    EventListView view;
    for (const Event& event : events)
        view.items.push_back(view_of(event, words));
    return view;
}

}

void add_routes(http::Router& router, const Words& words, const std::vector<LedgerCheck>& checks)
{
    const std::string contract = "/api/v1/contracts/{contract}";
    router
        .get(contract + "/events",
            [&words](http::Context& context, const EventsQuery& query) { return list(context, query, words); })
        .permission(Permission::view_audit)
        .summary({"操作の記録を一覧する", "List the events"});
    router.get(contract + "/audit", [&checks](http::Context& context) { return audit(context, checks); })
        .permission(Permission::view_audit)
        .takes_long()
        .summary({"操作の記録と台帳が改ざんされていないか確かめる",
            "Verify that no event and no ledger row was tampered with"});
}

void add_timeline(http::Router& router, const Words& words, const Timeline& served)
{
    router.get(served.pattern, [&words, served](http::Context& context) { return timeline(context, served, words); })
        .permission(served.permission)
        .summary({"経過を見る", "Show the timeline"});
}

}
