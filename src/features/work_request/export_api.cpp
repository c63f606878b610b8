#include "features/work_request/export_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/work_request/event_api.hpp"
#include "features/work_request/list_api.hpp"
#include "features/work_request/list_export_store.hpp"
#include "features/work_request/request_form_doc.hpp"
#include "features/work_request/work_request_store.hpp"

namespace hoshuban::work_request {

struct ExportQuery {
    ListLayout layout = ListLayout::specimen;
    ListFormat format = ListFormat::xlsx;
    std::vector<Status> status;
    std::optional<std::string> q;
    std::optional<std::string> type;
    std::optional<SiteId> site;
    std::optional<LocalDay> from;
    std::optional<LocalDay> to;
    std::optional<std::string> sort;
};

static auto describe(const ExportQuery*)
{
    using Q = ExportQuery;
    return json::object<Q>("WorkRequestExportQuery",
        json::field("layout", &Q::layout, {"様式", "Layout"}, json::defaulted()),
        json::field("format", &Q::format, {"形式", "Format"}, json::defaulted()),
        json::field("status", &Q::status, {"ステータス", "Statuses"}, json::defaulted()),
        json::field("q", &Q::q, {"検索語", "Words"}, json::length(0, 200)),
        json::field("type", &Q::type, {"作業種別", "Work type"}, json::length(0, 80)),
        json::field("site", &Q::site, {"拠点", "Site"}), json::field("from", &Q::from, {"記入日から", "Entered from"}),
        json::field("to", &Q::to, {"記入日まで", "Entered to"}), json::field("sort", &Q::sort, {"並べ替え", "Order"}));
}

namespace {

Result<http::File> export_work_requests(
    http::Context& context, const ExportQuery& query, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    ListQuery list;
    list.status = query.status;
    list.q = query.q;
    list.type = query.type;
    list.site = query.site;
    list.from = query.from;
    list.to = query.to;
    list.sort = query.sort;
    TRY_ASSIGN(const auto filter, filter_of(list));
    const Reach reach = reach_of(context.actor(), contract, Permission::export_work_request);
    const ExportForm form{query.layout, query.format};
    TRY_ASSIGN(auto bytes, context.database().read([&](db::Reader& reader) {
        return export_list(reader, *profile, reach, filter, form, context.now());
    }));
    audit::Entry entry = audit::entry(context, contract, "work_request.exported", {"work_request", ""});
    entry.act = audit::Act::reading;
    entry.after =
        facts_json({{"layout", std::string{name_of(form.layout)}}, {"format", std::string{name_of(form.format)}}});
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = export_name(*profile, form, day_of(context.now()));
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

Result<http::File> export_form(http::Context& context, contract::ProfileCache& profiles)
{
    const auto contract = context.path<ContractId>("contract");
    const auto id = context.path<WorkRequestId>("id");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), profiles, contract));
    const Reach reach = reach_of(context.actor(), contract, Permission::export_work_request);
    TRY_ASSIGN(const auto request, context.database().read([&](db::Reader& reader) { return get(reader, reach, id); }));
    TRY_ASSIGN(auto bytes, request_form(*profile, request, context.now()));
    audit::Entry entry = audit::entry(context, contract, "work_request.form_exported", {"work_request", id.text});
    entry.act = audit::Act::reading;
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = request_form_name(*profile, request);
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

}

void add_export_routes(http::Router& router, contract::ProfileCache& profiles)
{
    router
        .get("/api/v1/contracts/{contract}/work-requests/export",
            [&profiles](http::Context& context, const ExportQuery& query) {
                return export_work_requests(context, query, profiles);
            })
        .permission(Permission::export_work_request)
        .takes_long()
        .summary({"作業依頼一覧をファイルに書き出す", "Export the list as a file"});
    router
        .get("/api/v1/contracts/{contract}/work-requests/{id}/form",
            [&profiles](http::Context& context) { return export_form(context, profiles); })
        .permission(Permission::export_work_request)
        .summary({"1件の作業依頼書をExcelに書き出す", "Export one request as a form (.xlsx)"});
}

}
