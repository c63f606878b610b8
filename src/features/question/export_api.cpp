#include "features/attachment/attachment.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/facts.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/question/age.hpp"
#include "features/question/file_api.hpp"
#include "features/question/list_api.hpp"
#include "features/question/question_list_store.hpp"
#include "features/question/sheet_export_doc.hpp"

#include <fmt/format.h>

namespace hoshuban::question {

struct ExportQuery : FilterQuery { };

static auto describe(const ExportQuery*)
{
    using Q = ExportQuery;
    return json::object<Q>("QuestionExportQuery",
        json::field("state", &Q::state, {"状態", "States"}, json::defaulted()),
        json::field("turn", &Q::turn, {"次に動く側", "Whose turn it is"}),
        json::field("subject", &Q::subject, {"対象の種類", "Kind of subject"}),
        json::field("request", &Q::request, {"作業依頼", "Work request"}),
        json::field("procedure", &Q::procedure, {"手順書", "Procedure"}),
        json::field("age", &Q::age, {"経過（開庁日）がこれ以上で未解決", "Open for at least so many open days"},
            json::range(1, 1000)),
        json::field("q", &Q::q, {"検索語", "Words"}, json::length(0, 200)),
        json::field("sort", &Q::sort, {"並べ替え", "Order"}));
}

namespace {

Result<std::string> written(db::Reader& reader, const contract::Profile& profile, const WorkingCalendar& calendar,
    const work_request::Reach& reach, const ListFilter& filter, Instant now)
{
    TRY_ASSIGN(auto writer, ListWriter::create(profile.list.date_style, now));
    Result<void> added;
    for_each_listed(reader, reach, filter, [&](const Question& question) {
        if (added)
            added =
                writer.add(question, open_days_passed(calendar, question.asked_at, question.closed_at.value_or(now)));
    });
    TRY(added);
    return writer.finish();
}

Result<http::File> export_questions(http::Context& context, const ExportQuery& query, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    TRY_ASSIGN(const auto filter, filter_of(query, *calendar, context.now()));
    const auto reach = work_request::reach_of(context.actor(), contract, Permission::export_work_request);
    TRY_ASSIGN(auto bytes, context.database().read([&](db::Reader& reader) {
        return written(reader, *profile, *calendar, reach, filter, context.now());
    }));
    audit::Entry event = audit::entry(context, contract, "question.exported", {"question", ""});
    event.act = audit::Act::reading;
    event.after = audit::facts_json({{"format", "xlsx"}});
    context.database().write([&](db::Tx& tx) { audit::record(tx, event); });
    const std::string name = fmt::format("{}_{}.xlsx", sheet_name, to_text(day_of(context.now())));
    return http::File{attachment::content_type_of(name), name, std::move(bytes)};
}

}

void add_export_routes(http::Router& router, const Rooms& rooms)
{
    router
        .get("/api/v1/contracts/{contract}/questions/export",
            [rooms](
                http::Context& context, const ExportQuery& query) { return export_questions(context, query, rooms); })
        .permission(Permission::export_work_request)
        .takes_long()
        .summary({"質問一覧をExcelに書き出す", "Export the questions as a workbook"});
}

}
