#include "features/people/staff_notice_api.hpp"

#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/people/people_store.hpp"
#include "features/people/privacy.hpp"
#include "features/people/staff_notice_doc.hpp"

namespace hoshuban::people {

struct StaffNoticeQuery {
    std::optional<LocalDay> as_of;
};

static auto describe(const StaffNoticeQuery*)
{
    using Q = StaffNoticeQuery;
    return json::object<Q>("StaffNoticeQuery", json::field("as_of", &Q::as_of, {"いつの", "As of, or from"}));
}

namespace {

Result<http::File> export_notice(http::Context& context, const StaffNoticeQuery& query, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    const StaffNotice* notice = find_notice(*profile, context.path<std::string>("paper"));
    if (!notice)
        return fail(ErrorKind::not_found, "people/no_paper",
            {"この契約にその書類はありません。", "this contract knows no such paper"});
    const LocalDay today = day_of(context.now());
    const auto workers = context.database().read([&](db::Reader& reader) { return list_workers(reader, contract); });
    TRY_ASSIGN(const auto content, content_of(*notice, workers, query.as_of.value_or(today)));
    const NoticeLetter letter{*profile, today, sees_contacts(context.actor(), contract)};
    TRY_ASSIGN(auto bytes, notice_docx(content, letter, context.now()));
    audit::Entry entry = audit::entry(context, contract, "roster.paper_exported", {"worker", ""});
    entry.act = audit::Act::reading;
    entry.after =
        json::print(std::map<std::string, std::string>{{"paper", notice->id}, {"as_of", to_text(content.day)}});
    context.database().write([&](db::Tx& tx) { audit::record(tx, entry); });
    const std::string name = notice_file_name(content);
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

}

void add_staff_notice_routes(http::Router& router, const Rooms& rooms)
{
    router
        .get("/api/v1/contracts/{contract}/roster/papers/{paper}/docx",
            [rooms](
                http::Context& context, const StaffNoticeQuery& query) { return export_notice(context, query, rooms); })
        .permission(Permission::view_roster)
        .summary({"従事者についての通知書をWordに書き出す", "Export a paper about people as a Word document"});
}

}
