#include "features/question/question_store.hpp"

#include "core/changed.hpp"
#include "core/fold.hpp"
#include "features/question/question_list_store.hpp"
#include "features/question/sql.hpp"
#include "features/work_request/statement_store.hpp"

namespace hoshuban::question {
namespace {

std::string search_key(const Question& question)
{
    return fold(question.number + '\n' + question.title + '\n' + question.text + '\n' + question.answer + '\n' +
        question.change + '\n' + question.subject_label + '\n' + question.asked_by_name + '\n' +
        question.answered_by_name);
}

std::optional<std::string> id_for(const Question& question, SubjectKind kind)
{
    return question.subject == kind ? std::optional{question.subject_id} : std::nullopt;
}

std::optional<Oral> oral_from(const db::Row& row)
{
    const auto at = row.get<std::optional<Instant>>("oral_at");
    if (!at)
        return std::nullopt;
    return Oral{*at, row.get<std::optional<std::string>>("oral_with").value_or(""), row.get<bool>("minor")};
}

Entry entry_from(const db::Row& row)
{
    return {.id = row.get<QuestionEntryId>("id"),
        .kind = row.get<EntryKind>("kind"),
        .side = row.get<Side>("side"),
        .person = row.get<PersonId>("person_id"),
        .person_name = row.get<std::string>("person_name"),
        .at = row.get<Instant>("at"),
        .text = row.get<std::string>("text"),
        .change = row.get<std::string>("change"),
        .oral = oral_from(row)};
}

}

Result<Question> get(db::Reader& reader, const work_request::Reach& reach, const QuestionId& id)
{
    work_request::Statement statement{sql::list_questions.sqlite, reach};
    statement.where("q.id = ?", id);
    auto question = reader.query({"question.find", statement.text(), statement.text()}, statement.params())
                        .one_or_none(question_from);
    if (!question)
        return fail(ErrorKind::not_found, "question/not_found", {"質問が見つかりません。", "no such question"});
    return *std::move(question);
}

Result<Question> get_version(db::Reader& reader, const work_request::Reach& reach, const QuestionId& id, int version)
{
    TRY_ASSIGN(auto question, get(reader, reach, id));
    if (question.version != version)
        return changed_meanwhile("question/changed", question.version);
    return question;
}

std::vector<Entry> entries_of(db::Reader& reader, const ContractId& contract, const QuestionId& id)
{
    return reader.query(sql::list_entries, contract, id).map(entry_from);
}

void insert(db::Tx& tx, const Question& q)
{
    tx.execute(sql::insert_question, q.contract_id, q.id, q.number, q.subject, id_for(q, SubjectKind::work_request),
        id_for(q, SubjectKind::procedure), q.subject_label, q.title, q.state, q.text, q.answer, q.change, q.asked_by,
        q.asked_by_name, q.asked_at, q.answered_by_name, q.answered_at, q.closed_at, q.turn_since, q.rounds,
        search_key(q), q.asked_at);
}

Result<Question> update(db::Tx& tx, Question q, Instant now)
{
    const int rows = tx.execute(sql::update_question, q.contract_id, q.id, q.version, q.title, q.state, q.text,
        q.answer, q.change, q.answered_by_name, q.answered_at, q.closed_at, q.turn_since, q.rounds, search_key(q), now);
    if (rows == 0)
        return changed_meanwhile("question/changed", q.version + 1);
    ++q.version;
    return q;
}

void insert_entry(db::Tx& tx, const Question& question, const Entry& entry)
{
    const auto at = entry.oral ? std::optional{entry.oral->at} : std::nullopt;
    const auto with = entry.oral ? std::optional{entry.oral->with} : std::nullopt;
    tx.execute(sql::insert_entry, question.contract_id, entry.id, question.id, entry.kind, entry.side, entry.person,
        entry.person_name, entry.at, entry.text, entry.change, at, with, entry.oral && entry.oral->minor);
}

Readiness readiness(
    db::Reader& reader, const contract::Profile& profile, const ContractId& contract, const WorkRequestId& request)
{
    return {.blocks = profile.questions.blocks_start,
        .open = reader.query(sql::list_open_of_request, contract, request).map([](const db::Row& row) {
            return OpenQuestion{row.get<QuestionId>("id"), row.get<std::string>("number"),
                row.get<std::string>("title"), row.get<State>("state"), row.get<Instant>("turn_since")};
        })};
}

}
