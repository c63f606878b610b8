#include "features/question/question_api.hpp"

#include "features/audit/audit.hpp"
#include "features/audit/view_log_job.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/question/act_api.hpp"
#include "features/question/body_api.hpp"
#include "features/question/conduct_store.hpp"
#include "features/question/file_api.hpp"
#include "features/question/list_api.hpp"
#include "features/question/question_store.hpp"
#include "features/question/view_api.hpp"
#include "features/work_request/work_request_store.hpp"

namespace hoshuban::question {
namespace {

using One = http::Versioned<QuestionDetail>;

std::unexpected<Error> subject_missing(std::string path, Text text)
{
    return fail(ErrorKind::invalid, "question/subject_missing", text, {{std::move(path), "required", text}});
}

Result<void> put_request(Asking& asking, db::Reader& reader, const work_request::Reach& reach, const NewQuestion& body)
{
    if (!body.request_id)
        return subject_missing("request_id", {"どの作業依頼への質問かを選んでください。", "choose the work request"});
    TRY_ASSIGN(const auto request, work_request::get(reader, reach, *body.request_id));
    asking.subject_id = request.id.text;
    asking.subject_label = request.number;
    return {};
}

Result<void> put_procedure(Asking& asking, db::Reader& reader, const work_request::Reach& reach,
    const NewQuestion& body, const ProcedureLabel& label_of)
{
    if (!body.procedure_id || body.procedure_id->text.empty() || body.procedure_id->text.size() > 64)
        return subject_missing("procedure_id", {"どの手順書への質問かを選んでください。", "choose the procedure"});
    asking.subject_id = body.procedure_id->text;
    if (label_of) {
        TRY_ASSIGN(asking.subject_label, label_of(reader, reach.contract, *body.procedure_id));
    }
    return {};
}

// What the question is about must exist for who asks.
Result<void> put_subject(Asking& asking, db::Reader& reader, const work_request::Reach& reach, const NewQuestion& body,
    const ProcedureLabel& label_of)
{
    asking.subject = body.subject_kind;
    switch (body.subject_kind) {
    case SubjectKind::work_request:
        return put_request(asking, reader, reach, body);
    case SubjectKind::procedure:
        return put_procedure(asking, reader, reach, body, label_of);
    case SubjectKind::contract:
        break;
    }
    return {};
}

Result<http::Created<QuestionDetail>> create_question(
    http::Context& context, const NewQuestion& body, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    const auto reach = work_request::reach_of(context.actor(), contract, Permission::ask_question);
    Asking asking{
        .id = context.new_id<QuestionId>(), .contract = contract, .number = {}, .title = body.title, .text = body.text};
    return context.database().write([&](db::Tx& tx) -> Result<http::Created<QuestionDetail>> {
        TRY(put_subject(asking, tx, reach, body, rooms.procedure_label));
        TRY_ASSIGN(const auto calendar, calendar::working_calendar(tx, *profile));
        TRY_ASSIGN(const auto question,
            open(tx, {*profile, *calendar, rooms.clock}, audit::cause_of(context), std::move(asking)));
        std::string location = context.request().path + "/" + question.id.text;
        return http::Created<QuestionDetail>{
            detail_of(tx, question, {*profile, *calendar, context.actor(), context.now()}), std::move(location)};
    });
}

void record_view(audit::ViewLog& views, const http::Context& context, const Question& question)
{
    audit::Entry event = audit::entry(context, question.contract_id, "question.viewed", {"question", question.id.text});
    event.act = audit::Act::reading;
    views.record(std::move(event));
}

Result<One> show_question(http::Context& context, const Rooms& rooms)
{
    const auto contract = context.path<ContractId>("contract");
    TRY_ASSIGN(const auto profile, contract::profile(context.database(), rooms.profiles, contract));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(context.database(), *profile));
    const auto reach = work_request::reach_of(context.actor(), contract, Permission::view_question);
    const auto id = context.path<QuestionId>("id");
    const Sight sight{*profile, *calendar, context.actor(), context.now()};
    return context.database().read([&](db::Reader& reader) -> Result<One> {
        TRY_ASSIGN(const auto question, get(reader, reach, id));
        record_view(rooms.views, context, question);
        return One{detail_of(reader, question, sight), question.version};
    });
}

Result<Question> seen(const http::Context& context, db::Reader& reader, Permission permission)
{
    const auto contract = context.path<ContractId>("contract");
    return get(reader, work_request::reach_of(context.actor(), contract, permission), context.path<QuestionId>("id"));
}

}

Result<void> check_seen(const http::Context& context, db::Reader& reader)
{
    TRY(seen(context, reader, Permission::view_question));
    return {};
}

Result<void> check_attach(const http::Context& context, db::Reader& reader)
{
    TRY_ASSIGN(const auto question, seen(context, reader, Permission::comment));
    if (is_open(question.state))
        return {};
    return fail(ErrorKind::conflict, "question/wrong_state",
        {"終わった質問には添付できません。もう一度質問してから添付してください。",
            "nothing can be attached to a closed question: ask again first"});
}

void add_routes(http::Router& router, const Rooms& rooms)
{
    const std::string all = "/api/v1/contracts/{contract}/questions";
    add_list_routes(router, rooms);
    router
        .post(all,
            [rooms](http::Context& context, const NewQuestion& body) { return create_question(context, body, rooms); })
        .permission(Permission::ask_question)
        .summary({"質問する", "Ask a question"});
    router.get(all + "/{id}", [rooms](http::Context& context) { return show_question(context, rooms); })
        .permission(Permission::view_question)
        .summary({"質問を見る", "Show a question"});
    add_act_routes(router, rooms);
    add_export_routes(router, rooms);
    add_import_routes(router, rooms);
}

}
