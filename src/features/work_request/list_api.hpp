#pragma once
#include "features/work_request/view_api.hpp"
#include "features/work_request/work_request_list.hpp"
#include "platform/http/router.hpp"

namespace hoshuban::contract {
class ProfileCache;
}

namespace hoshuban::work_request {

/// The query parameters of the list, shared by the page and the export.
struct ListQuery {
    std::vector<Status> status;
    std::optional<std::string> q;
    std::optional<std::string> type;
    std::optional<SiteId> site;
    std::optional<LocalDay> from;
    std::optional<LocalDay> to;
    std::optional<std::string> sort;
    std::optional<std::string> cursor;
    int limit = 50;
    bool total = false;
};

inline auto describe(const ListQuery*)
{
    using Q = ListQuery;
    return json::object<Q>("WorkRequestListQuery",
        json::field("status", &Q::status, {"ステータス", "Statuses"}, json::defaulted()),
        json::field("q", &Q::q, {"検索語", "Words"}, json::length(0, 200)),
        json::field("type", &Q::type, {"作業種別", "Work type"}, json::length(0, 80)),
        json::field("site", &Q::site, {"拠点", "Site"}), json::field("from", &Q::from, {"記入日から", "Entered from"}),
        json::field("to", &Q::to, {"記入日まで", "Entered to"}),
        json::field("sort", &Q::sort, {"並べ替え", "Order: a column, or -column for descending"}),
        json::field("cursor", &Q::cursor, {"続きの位置", "Cursor"}, json::length(0, 2000)),
        json::field("limit", &Q::limit, {"件数", "Rows"}, json::range(1, 500), json::defaulted()),
        json::field("total", &Q::total, {"総数も数える", "Count the total too"}, json::defaulted()));
}

struct WorkRequestPage {
    std::vector<WorkRequestView> items;
    std::optional<std::string> next_cursor;
    std::optional<int> total;
};

inline auto describe(const WorkRequestPage*)
{
    using P = WorkRequestPage;
    return json::object<P>("WorkRequestPage", json::field("items", &P::items),
        json::field("next_cursor", &P::next_cursor), json::field("total", &P::total));
}

/// The filter that a query asks for; refuses unknown orders.
Result<ListFilter> filter_of(const ListQuery&);

void add_list_routes(http::Router&, contract::ProfileCache&);

}
