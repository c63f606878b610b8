#include "features/schedule/planned_api.hpp"

#include "features/schedule/ground_api.hpp"
#include "features/schedule/schedule_store.hpp"
#include "features/schedule/window_view_api.hpp"
#include "features/work_request/work_request_store.hpp"

namespace hoshuban::schedule {

struct PlannedView {
    WindowView window;
    std::string request_number;
    std::string request_title;
    std::string site_name;
};

static auto describe(const PlannedView*)
{
    using V = PlannedView;
    return json::object<V>("PlannedWindow", json::field("window", &V::window),
        json::field("request_number", &V::request_number, {"管理番号", "Number of the request"}),
        json::field("request_title", &V::request_title, {"作業名", "Work"}),
        json::field("site_name", &V::site_name, {"拠点", "Site"}));
}

struct PlannedList {
    std::vector<PlannedView> items;
    bool more = false;
};

static auto describe(const PlannedList*)
{
    return json::object<PlannedList>("PlannedWindowList", json::field("items", &PlannedList::items),
        json::field("more", &PlannedList::more, {"ほかにもある", "There are more"}));
}

struct PlannedQuery {
    LocalDay first;
    LocalDay last;
};

static auto describe(const PlannedQuery*)
{
    using Q = PlannedQuery;
    return json::object<Q>("PlannedQuery", json::field("first", &Q::first, {"最初の日", "First day"}),
        json::field("last", &Q::last, {"最後の日", "Last day"}));
}

namespace {

constexpr int most_windows = 500;
constexpr std::chrono::days longest_view{62};

Result<PlannedList> planned(http::Context& context, const PlannedQuery& query, contract::ProfileCache& profiles)
{
    TRY_ASSIGN(const Ground on, ground_of(context, profiles));
    if (query.last < query.first || query.last - query.first > longest_view)
        return fail(ErrorKind::invalid, "schedule/period",
            {"期間は2か月までで指定してください。", "give a period of at most two months"});
    const Instant from = instant(LocalTime{query.first});
    const Instant until = instant(LocalTime{query.last + std::chrono::days{1}});
    return context.database().read([&](db::Reader& reader) {
        PlannedList list;
        auto windows = windows_between(
            reader, work_request::reach_of(context.actor(), on.contract), from, until, most_windows + 1);
        list.more = windows.size() > most_windows;
        if (list.more)
            windows.resize(most_windows);
        for (PlannedWindow& each : windows) {
            // Permissions are shown on the request; here only what lies when and where.
            WindowView view = view_of(std::move(each.window), *on.profile, *on.calendar, {}, Side::neutral, false);
            view.needs.clear();
            list.items.push_back({std::move(view), std::move(each.request_number), std::move(each.request_title),
                std::move(each.site_name)});
        }
        return list;
    });
}

}

void add_planned_routes(http::Router& router, contract::ProfileCache& profiles)
{
    router
        .get("/api/v1/contracts/{contract}/windows",
            [&profiles](
                http::Context& context, const PlannedQuery& query) { return planned(context, query, profiles); })
        .permission(Permission::view_schedule)
        .summary({"作業日程の一覧", "List the windows of the contract by day"});
}

}
