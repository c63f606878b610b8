#include "features/question/question_list_store.hpp"

#include "core/cursor.hpp"
#include "features/question/sql.hpp"
#include "features/work_request/statement_store.hpp"

#include <fmt/format.h>

namespace hoshuban::question {
namespace {

using work_request::Reach;
using work_request::Statement;

db::Query query_of(const Statement& statement)
{
    return {"question.list", statement.text(), statement.text()};
}

std::string_view key_of(ListOrder order)
{
    return order == ListOrder::turn_since ? "q.turn_since" : "q.asked_at";
}

void restrict(Statement& statement, const ListFilter& filter, db::Dialect dialect)
{
    if (!filter.states.empty())
        statement.where_one_of("q.state", {filter.states.begin(), filter.states.end()});
    if (filter.turn) {
        const auto states = states_of_turn(*filter.turn);
        statement.where_one_of("q.state", {states.begin(), states.end()});
    }
    if (filter.subject)
        statement.where("q.subject_kind = ?", *filter.subject);
    if (filter.request)
        statement.where("q.request_id = ?", *filter.request);
    if (filter.procedure)
        statement.where("q.procedure_id = ?", *filter.procedure);
    if (filter.asked_before)
        statement.where("q.asked_at < ?", *filter.asked_before);
    for (const std::string& word : filter.words) {
        const bool sqlite = dialect == db::Dialect::sqlite;
        statement.where(sqlite ? "instr(q.search_key, ?) > 0" : "strpos(q.search_key, ?) > 0", word);
    }
}

Result<void> continue_after(Statement& statement, const ListFilter& filter, std::string_view cursor)
{
    if (cursor.empty())
        return {};
    TRY_ASSIGN(auto keys, cursor_keys(cursor, 2));
    const std::string at = statement.place(std::move(keys[0]));
    const std::string id = statement.place(std::move(keys[1]));
    statement.append(
        fmt::format(" AND ({}, q.id) {} ({}, {})", key_of(filter.order), filter.descending ? "<" : ">", at, id));
    return {};
}

void order(Statement& statement, const ListFilter& filter)
{
    const std::string_view direction = filter.descending ? " DESC" : "";
    statement.append(fmt::format(" ORDER BY {0}{1}, q.id{1}", key_of(filter.order), direction));
}

std::string cursor_of(const Question& question, ListOrder by)
{
    const Instant at = by == ListOrder::turn_since ? question.turn_since : question.asked_at;
    return hoshuban::cursor_of({to_text(at), question.id.text});
}

std::string subject_id_from(const db::Row& row, SubjectKind kind)
{
    switch (kind) {
    case SubjectKind::work_request:
        return row.get<std::string>("request_id");
    case SubjectKind::procedure:
        return row.get<std::string>("procedure_id");
    case SubjectKind::contract:
        break;
    }
    return {};
}

}

Question question_from(const db::Row& row)
{
    const auto subject = row.get<SubjectKind>("subject_kind");
    return {.id = row.get<QuestionId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .number = row.get<std::string>("number"),
        .subject = subject,
        .subject_id = subject_id_from(row, subject),
        .subject_label = row.get<std::string>("subject_label"),
        .title = row.get<std::string>("title"),
        .state = row.get<State>("state"),
        .text = row.get<std::string>("text"),
        .answer = row.get<std::string>("answer"),
        .change = row.get<std::string>("change"),
        .asked_by = row.get<PersonId>("asked_by"),
        .asked_by_name = row.get<std::string>("asked_by_name"),
        .asked_at = row.get<Instant>("asked_at"),
        .answered_by_name = row.get<std::string>("answered_by_name"),
        .answered_at = row.get<std::optional<Instant>>("answered_at"),
        .closed_at = row.get<std::optional<Instant>>("closed_at"),
        .turn_since = row.get<Instant>("turn_since"),
        .rounds = row.get<int>("rounds"),
        .version = row.get<int>("version")};
}

Result<ListPage> list(
    db::Reader& reader, const Reach& reach, const ListFilter& filter, std::string_view cursor, int limit)
{
    Statement statement{sql::list_questions.sqlite, reach};
    restrict(statement, filter, reader.dialect());
    TRY(continue_after(statement, filter, cursor));
    order(statement, filter);
    statement.append(" LIMIT " + statement.place(limit + 1));
    ListPage page{.questions = reader.query(query_of(statement), statement.params()).map(question_from), .next = {}};
    if (static_cast<int>(page.questions.size()) > limit) {
        page.questions.pop_back();
        page.next = cursor_of(page.questions.back(), filter.order);
    }
    return page;
}

int count(db::Reader& reader, const Reach& reach, const ListFilter& filter)
{
    Statement statement{sql::count_questions.sqlite, reach};
    restrict(statement, filter, reader.dialect());
    return reader.query(query_of(statement), statement.params()).one([](const db::Row& row) {
        return row.get<int>("total");
    });
}

void for_each_listed(
    db::Reader& reader, const Reach& reach, const ListFilter& filter, const std::function<void(const Question&)>& visit)
{
    Statement statement{sql::list_questions.sqlite, reach};
    restrict(statement, filter, reader.dialect());
    order(statement, filter);
    reader.stream(query_of(statement), statement.params()).for_each([&](const db::Row& row) {
        visit(question_from(row));
    });
}

std::vector<std::string> composed_texts(db::Dialect dialect)
{
    const ContractId contract{"c"};
    const Reach reaches[] = {work_request::whole(contract), {contract, false, {"a"}, {}},
        {contract, false, {}, {SiteId{"a"}}}, {contract, false, {}, {}}};
    std::vector<std::string> texts;
    for (const Reach& reach : reaches) {
        for (const auto& [by, name] : names_of(static_cast<const ListOrder*>(nullptr))) {
            for (const bool descending : {false, true}) {
                const ListFilter filter{.states = {State::open, State::answered},
                    .turn = Side::city,
                    .subject = SubjectKind::work_request,
                    .request = WorkRequestId{"a"},
                    .procedure = ProcedureId{"a"},
                    .asked_before = Instant{},
                    .words = {"a"},
                    .order = by,
                    .descending = descending};
                Statement statement{sql::list_questions.sqlite, reach};
                restrict(statement, filter, dialect);
                if (continue_after(statement, filter, hoshuban::cursor_of({"a", "b"})))
                    order(statement, filter);
                texts.push_back(statement.text());
            }
        }
    }
    return texts;
}

}
