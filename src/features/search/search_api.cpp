#include "features/search/search_api.hpp"

#include "features/search/hit_store.hpp"
#include "features/search/limit_store.hpp"
#include "features/search/view_api.hpp"

#include <algorithm>

namespace hoshuban::search {

struct SearchQuery {
    std::string q;
    std::vector<std::string> kinds;
    std::optional<std::string> cursor;
    int limit = 5;
};

static auto describe(const SearchQuery*)
{
    using Q = SearchQuery;
    return json::object<Q>("SearchQuery",
        json::field("q", &Q::q, {"探す言葉", "What to look for"}, json::length(1, 200)),
        json::field("kinds", &Q::kinds, {"種類", "Kinds"}, json::items(0, 20), json::defaulted()),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(1, 40)),
        json::field(
            "limit", &Q::limit, {"種類ごとの件数", "Hits of each kind"}, json::range(1, 50), json::defaulted()));
}

namespace {

std::unexpected<Error> bad_cursor()
{
    return fail(ErrorKind::invalid, "search/cursor",
        {"続きの位置を読めません。続きは種類を1つ選んでから読めます。検索し直してください。",
            "cannot read the cursor: choose one kind, then go on; search again"});
}

void keep_asked(std::vector<Limit>& limits, const std::vector<std::string>& kinds)
{
    if (!kinds.empty())
        std::erase_if(limits, [&](const Limit& limit) { return std::ranges::find(kinds, limit.kind) == kinds.end(); });
}

Result<AnswerView> search(
    http::Context& context, const SearchQuery& query, const std::vector<Source>& sources, Memory& memory)
{
    const auto contract = context.path<ContractId>("contract");
    std::optional<Position> after;
    if (query.cursor) {
        after = parse_position(*query.cursor);
        if (!after || query.kinds.size() != 1)
            return bad_cursor();
    }
    const Question question = question_of(query.q);
    auto limits = limits_of(context.actor(), contract, sources);
    keep_asked(limits, query.kinds);
    return context.database().read([&](db::Reader& reader) {
        return view_of(find(reader, memory, contract, question, limits, after, query.limit), sources);
    });
}

}

AnswerView view_of(Answer answer, const std::vector<Source>& sources)
{
    AnswerView view{.groups = {}, .building = answer.building};
    for (KindHits& each : answer.kinds) {
        const auto source = std::ranges::find(sources, each.kind, &Source::kind);
        GroupView group{.kind = each.kind, .label = source->label, .hits = {}, .next_cursor = {}};
        for (Hit& hit : each.hits)
            group.hits.push_back({std::move(hit.subject_id), std::move(hit.number), std::move(hit.title),
                std::move(hit.place), std::move(hit.excerpt)});
        if (each.next)
            group.next_cursor = to_text(*each.next);
        view.groups.push_back(std::move(group));
    }
    return view;
}

void add_routes(http::Router& router, const std::vector<Source>& sources, Memory& memory)
{
    router
        .get("/api/v1/contracts/{contract}/search",
            [&sources, &memory](
                http::Context& context, const SearchQuery& query) { return search(context, query, sources, memory); })
        .permission(Permission::view_contract)
        .summary({"契約の中を探す", "Search a contract"});
}

}
