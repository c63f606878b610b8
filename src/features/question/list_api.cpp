#include "features/question/list_api.hpp"

#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/question/age.hpp"
#include "features/question/question_list_store.hpp"
#include "features/question/view_api.hpp"
#include "features/work_request/work_request_list.hpp"

#include <fmt/format.h>

namespace hoshuban::question {

struct ListQuery : FilterQuery {
    std::optional<std::string> cursor;
    int limit = 50;
    bool total = false;
};

static auto describe(const ListQuery*)
{
    using Q = ListQuery;
    return json::object<Q>("QuestionListQuery", json::field("state", &Q::state, {"状態", "States"}, json::defaulted()),
        json::field("turn", &Q::turn, {"次に動く側", "Whose turn it is"}),
        json::field("subject", &Q::subject, {"対象の種類", "Kind of subject"}),
        json::field("request", &Q::request, {"作業依頼", "Work request"}),
        json::field("procedure", &Q::procedure, {"手順書", "Procedure"}),
        json::field("age", &Q::age, {"経過（開庁日）がこれ以上で未解決", "Open for at least so many open days"},
            json::range(1, 1000)),
        json::field("q", &Q::q, {"検索語", "Words"}, json::length(0, 200)),
        json::field("sort", &Q::sort, {"並べ替え", "Order: a column, or -column for descending"}),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 2000)),
        json::field("limit", &Q::limit, {"件数", "Rows"}, json::range(1, 500), json::defaulted()),
        json::field("total", &Q::total, {"総数も数える", "Count the total too"}, json::defaulted()));
}

namespace {

Result<QuestionPage> list_questions(http::Context& context, const ListQuery& query, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    TRY_ASSIGN(const auto filter, filter_of(query, *calendar, context.now()));
    const auto reach = work_request::reach_of(context.actor(), contract, Permission::view_question);
    const Sight sight{*profile, *calendar, context.actor(), context.now()};
    return context.database().read([&](db::Reader& reader) -> Result<QuestionPage> {
        TRY_ASSIGN(auto page, list(reader, reach, filter, query.cursor.value_or(""), query.limit));
        QuestionPage view;
        view.items.reserve(page.questions.size());
        for (const Question& question : page.questions)
            view.items.push_back(view_of(question, sight));
        if (!page.next.empty())
            view.next_cursor = std::move(page.next);
        if (query.total)
            view.total = count(reader, reach, filter);
        return view;
    });
}

Result<void> put_order(ListFilter& filter, std::string_view order)
{
    filter.descending = order.starts_with('-');
    if (filter.descending)
        order.remove_prefix(1);
    const auto known = named<ListOrder>(order);
    if (!known) {
        return fail(ErrorKind::invalid, "list/order",
            {fmt::format("「{}」では並べ替えられません。", order), fmt::format("cannot order by \"{}\"", order)});
    }
    filter.order = *known;
    return {};
}

}

Result<ListFilter> filter_of(const FilterQuery& query, const WorkingCalendar& calendar, Instant now)
{
    ListFilter filter{.states = query.state,
        .turn = query.turn,
        .subject = query.subject,
        .request = query.request,
        .procedure = query.procedure,
        .words = work_request::search_words(query.q.value_or(""))};
    if (query.turn == Side::neutral) {
        return fail(ErrorKind::invalid, "question/turn",
            {"次に動く側は city か contractor です。", "the turn is that of the city or of the contractor"});
    }
    TRY(put_order(filter, query.sort.value_or("-asked_at")));
    if (!query.age)
        return filter;
    TRY_ASSIGN(filter.asked_before, older_than(calendar, now, *query.age));
    if (filter.states.empty())
        filter.states = {State::open, State::answered, State::awaiting};
    return filter;
}

void add_list_routes(http::Router& router, const Rooms& rooms)
{
    router
        .get("/api/v1/contracts/{contract}/questions",
            [rooms](http::Context& context, const ListQuery& query) { return list_questions(context, query, rooms); })
        .permission(Permission::view_question)
        .summary({"質問の一覧", "List questions"});
}

}
