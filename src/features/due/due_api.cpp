#include "features/due/due_api.hpp"

#include "features/due/due_store.hpp"

namespace hoshuban::due {

struct DueQuery {
    std::optional<Side> side;
    int limit = 200;
};

json::Object describe(const DueQuery*);

json::Object describe(const DueQuery*)
{
    using Q = DueQuery;
    return json::object<Q>("DueQuery", json::field("side", &Q::side, {"動く側", "Side that has to act"}),
        json::field("limit", &Q::limit, {"件数", "Limit"}, json::range(1, 500), json::defaulted()));
}

struct DueList {
    std::vector<DueView> items;
};

json::Object describe(const DueList*);

json::Object describe(const DueList*)
{
    return json::object<DueList>("DueList", json::field("items", &DueList::items));
}

namespace {

Result<void> check_whole_contract(const Actor& actor, const ContractId& contract)
{
    if (sees_all(actor, contract))
        return {};
    return fail(ErrorKind::forbidden, "due/whole_contract_only",
        {"期限の一覧は、契約の全体を見られる役割の人だけが見られます。",
            "only roles that see the whole contract see its due dates"});
}

Result<DueList> list(http::Context& context, const DueQuery& query)
{
    const auto contract = context.path<ContractId>("contract");
    TRY(check_whole_contract(context.actor(), contract));
    const auto dues = context.database().read(
        [&](db::Reader& reader) { return open_of(reader, contract, {.side = query.side, .limit = query.limit}); });
    DueList found;
    for (const Due& due : dues)
        found.items.push_back(view_of(due, context.now()));
    return found;
}

}

DueView view_of(const Due& due, Instant now)
{
    const NewDue& terms = due.terms;
    return {.id = due.id,
        .kind = terms.kind,
        .label = label(terms.kind),
        .subject_kind = terms.subject.kind,
        .subject_id = terms.subject.id,
        .number = terms.number,
        .title = terms.title,
        .side = terms.side,
        .starts_at = terms.starts_at,
        .due_at = terms.due_at,
        .guide = terms.guide,
        .stage = stage(due, now)};
}

void add_routes(http::Router& router)
{
    router.get("/api/v1/contracts/{contract}/dues", list)
        .permission(Permission::view_gates)
        .summary({"進んでいる期限の一覧", "List the running due dates"});
}

}
