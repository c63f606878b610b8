#include "features/work_request/list_api.hpp"

#include "features/contract/contract_store.hpp"
#include "features/work_request/work_request_list_store.hpp"
#include "platform/db/database.hpp"

#include <fmt/format.h>

namespace hoshuban::work_request {
namespace {

Result<WorkRequestPage> list_work_requests(
    http::Context& context, const ListQuery& query, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    TRY_ASSIGN(const auto filter, filter_of(query));
    const Reach reach = reach_of(context.actor(), contract);
    return context.database().read([&](db::Reader& reader) -> Result<WorkRequestPage> {
        TRY_ASSIGN(auto page, list(reader, reach, filter, query.cursor.value_or(""), query.limit));
        WorkRequestPage view;
        view.items.reserve(page.requests.size());
        for (WorkRequest& request : page.requests)
            view.items.push_back(view_of(std::move(request), *profile, context.actor()));
        if (!page.next.empty())
            view.next_cursor = std::move(page.next);
        if (query.total)
            view.total = count(reader, reach, filter);
        return view;
    });
}

}

Result<ListFilter> filter_of(const ListQuery& query)
{
    ListFilter filter{.statuses = query.status,
        .words = search_words(query.q.value_or("")),
        .work_type = query.type.value_or(""),
        .site = query.site,
        .entered_from = query.from,
        .entered_to = query.to};
    std::string_view order = query.sort ? std::string_view{*query.sort} : std::string_view{"number"};
    filter.descending = order.starts_with('-');
    if (filter.descending)
        order.remove_prefix(1);
    const auto known = named<ListOrder>(order);
    if (!known) {
        return fail(ErrorKind::invalid, "list/order",
            {fmt::format("「{}」では並べ替えられません。", order), fmt::format("cannot order by \"{}\"", order)});
    }
    filter.order = *known;
    return filter;
}

void add_list_routes(http::Router& router, contract::ProfileCache& profiles)
{
    router
        .get("/api/v1/contracts/{contract}/work-requests",
            [&profiles](http::Context& context, const ListQuery& query) {
                return list_work_requests(context, query, profiles);
            })
        .permission(Permission::view_work_request)
        .summary({"作業依頼の一覧", "List work requests"});
}

}
