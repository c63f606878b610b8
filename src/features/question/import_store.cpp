#include "features/question/import_store.hpp"

#include "core/fold.hpp"
#include "features/question/question_list_store.hpp"
#include "features/question/question_store.hpp"
#include "features/work_request/work_request_store.hpp"
#include "platform/uuid.hpp"

#include <unordered_map>
#include <unordered_set>

namespace hoshuban::question {
namespace {

using Wanted = std::unordered_set<std::string>;
using Questions = std::unordered_map<std::string, Question>;
using Requests = std::unordered_map<std::string, WorkRequestId>;

Wanted wanted(const std::vector<ImportedRow>& rows, Column column)
{
    Wanted texts;
    for (const ImportedRow& row : rows) {
        if (!row.value(column).empty())
            texts.insert(narrow(row.value(column)));
    }
    return texts;
}

Questions stored_questions(db::Reader& reader, const work_request::Reach& reach, const Wanted& numbers)
{
    Questions stored;
    if (numbers.empty())
        return stored;
    for_each_listed(reader, reach, {}, [&](const Question& question) {
        if (numbers.contains(question.number))
            stored.emplace(question.number, question);
    });
    return stored;
}

Requests requests_named(db::Reader& reader, const work_request::Reach& reach, const std::vector<ImportedRow>& rows)
{
    std::vector<ImportedRow> fresh;
    for (const ImportedRow& row : rows) {
        if (row.value(Column::number).empty())
            fresh.push_back(row);
    }
    Requests found;
    const Wanted numbers = wanted(fresh, Column::subject);
    if (numbers.empty())
        return found;
    work_request::for_each(reader, reach, [&](const work_request::WorkRequest& request) {
        if (numbers.contains(request.number))
            found.emplace(request.number, request.id);
    });
    return found;
}

}

ImportPlan plan_file(db::Reader& reader, const audit::Cause& cause, const work_request::Reach& reach,
    const std::vector<ImportedRow>& rows)
{
    const Questions stored = stored_questions(reader, reach, wanted(rows, Column::number));
    const Requests requests = requests_named(reader, reach, rows);
    const ImportTerms terms{.contract = reach.contract,
        .who = who_of(cause, reach.contract),
        .find_request = [&](const std::string& number) -> std::optional<WorkRequestId> {
            const auto found = requests.find(number);
            return found == requests.end() ? std::nullopt : std::optional{found->second};
        },
        .find = [&](const std::string& number) -> const Question* {
            const auto found = stored.find(number);
            return found == stored.end() ? nullptr : &found->second;
        }};
    return plan_import(terms, rows);
}

Result<SavedImport> save_plan(
    db::Tx& tx, const Terms& terms, const audit::Cause& cause, const ImportPlan& plan, const std::string& reason)
{
    TRY(check_party(cause.actor()));
    SavedImport saved;
    for (const PlannedRow& row : plan.rows) {
        if (!row.saved)
            continue;
        const PlannedAct& act = *row.saved;
        if (act.asking) {
            Asking asking = *act.asking;
            asking.id = new_id<QuestionId>(terms.clock);
            TRY(open(tx, terms, cause, std::move(asking)));
            ++saved.created;
            continue;
        }
        const Question& before = *act.before;
        TRY(get_version(tx, work_request::whole(before.contract_id), before.id, before.version));
        const std::string_view answered = before.state == State::open ? "question.answered" : "question.answer_changed";
        const bool city = cause.actor().side(before.contract_id) == Side::city;
        TRY(carry_out(tx, terms, cause, {city ? answered : "question.asked_again", reason}, before, *act.step));
        ++saved.changed;
    }
    return saved;
}

}
