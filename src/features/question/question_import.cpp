#include "features/question/question_import.hpp"

#include "core/fold.hpp"
#include "core/typed_text.hpp"
#include "features/question/cell.hpp"

#include <fmt/format.h>

namespace hoshuban::question {
namespace {

constexpr auto columns = names_of(static_cast<const Column*>(nullptr));

PlannedRow refused(const ImportedRow& row, std::vector<CellProblem> problems, const Question* stored = nullptr)
{
    const std::string& title = row.value(Column::title);
    return {row.row, row.value(Column::number), title.empty() && stored ? stored->title : title, Outcome::refused, {},
        std::move(problems), std::nullopt};
}

void take_notices(PlannedRow& planned, const ImportedRow& row)
{
    for (const auto& change : planned.changes) {
        for (sheet::Notice& each : sheet::notices_of(change.after))
            planned.notices.push_back(row.problem(change.column, std::move(each.code), std::move(each.text)));
    }
}

CellProblem recorded_by_import(const ImportedRow& row, Column column)
{
    return row.problem(column, "question/recorded_by_import",
        {"この欄は使いません。取り込む人と日を記録します。",
            "this cell is not used: who imports and when is what gets recorded"});
}

// --- a new question ---

void put_subject(const ImportTerms& terms, const ImportedRow& row, Asking& asking, std::vector<CellProblem>& problems)
{
    const std::string& written = row.value(Column::subject);
    if (written.empty() || fold(written) == fold(whole_contract))
        return;
    const std::string number = narrow(written);
    if (const auto request = terms.find_request(number)) {
        asking.subject = SubjectKind::work_request;
        asking.subject_id = request->text;
        asking.subject_label = number;
        return;
    }
    problems.push_back(row.problem(Column::subject, "question/unknown_request",
        {fmt::format("管理番号「{}」の依頼が見つかりません。依頼の管理番号か「{}」を入力してください"
                     "（手順書への質問は画面で行います）。",
             written, whole_contract),
            fmt::format("no request \"{}\": enter a control number or \"{}\"", written, whole_contract)}));
}

void refuse_what_others_write(const ImportedRow& row, std::vector<CellProblem>& problems)
{
    for (const Column column : {Column::answer, Column::change}) {
        if (row.value(column).empty())
            continue;
        problems.push_back(row.problem(column, "question/other_side",
            {"新しい質問に回答は書けません。このセルを空欄にしてください。",
                "a new question holds no answer: leave the cell blank"}));
    }
    const std::string& state = row.value(Column::state);
    if (!state.empty() && state != name_of(State::open)) {
        problems.push_back(row.problem(Column::state, "question/new_is_open",
            {fmt::format("新しい質問の状態は「{}」です。このセルを空欄にしてください。", label(State::open).ja),
                "a new question is asked, nothing else: leave the cell blank"}));
    }
}

PlannedRow plan_new(const ImportTerms& terms, const ImportedRow& row)
{
    std::vector<CellProblem> problems = row.problems;
    if (const std::string& number = row.value(Column::number); !number.empty()) {
        problems.push_back(row.problem(Column::number, "question/unknown_number",
            {fmt::format(
                 "番号「{}」の質問はありません。新しい質問は番号を空欄にしてください（登録のときに付番します）。",
                 number),
                fmt::format("there is no question \"{}\": leave the number of a new one blank", number)}));
    }
    Asking asking{.id = {},
        .contract = terms.contract,
        .number = {},
        .title = row.value(Column::title),
        .text = row.value(Column::text)};
    put_subject(terms, row, asking, problems);
    refuse_what_others_write(row, problems);
    if (const auto step = ask(asking, terms.who); !step) {
        const bool title = step.error().code == "required" && asking.title.empty();
        problems.push_back(row.problem(title ? Column::title : Column::text, step.error().code, step.error().text));
    }
    if (!problems.empty())
        return refused(row, std::move(problems));
    PlannedRow planned{row.row, "", asking.title, Outcome::created, {}, {}, PlannedAct{.asking = asking}};
    for (const Column column : {Column::subject, Column::title, Column::text}) {
        if (!row.value(column).empty())
            planned.changes.push_back({column, row.cell(column), "", row.value(column)});
    }
    take_notices(planned, row);
    for (const Column column : {Column::asked_on, Column::asked_by, Column::answered_on, Column::answered_by}) {
        if (!row.value(column).empty())
            planned.notices.push_back(recorded_by_import(row, column));
    }
    return planned;
}

// --- a stored question ---

std::string put_back(const std::string& before, bool japanese)
{
    if (before.empty())
        return japanese ? "このセルを空欄に戻してください。" : "leave the cell blank as it was";
    return japanese ? fmt::format("このセルを元の値「{}」に戻してください。", truncate(before, 40))
                    : fmt::format("put \"{}\" back into the cell", truncate(before, 40));
}

CellProblem kept_by_program(const ImportedRow& row, Column column, const std::string& before)
{
    return row.problem(column, "question/kept_column",
        {"この欄はファイルでは変えられません。" + put_back(before, true),
            "a file cannot change this: " + put_back(before, false)});
}

CellProblem of_other_side(const ImportedRow& row, Column column, const std::string& before)
{
    return row.problem(column, "question/other_side",
        {"相手側の欄は書き換えられません。" + put_back(before, true),
            "this column belongs to the other side: " + put_back(before, false)});
}

// The columns in which a row differs from what is stored; absent columns do not differ.
std::vector<Column> differing(const ImportedRow& row, const Question& stored)
{
    std::vector<Column> found;
    for (const auto& [column, name] : columns) {
        if (column != Column::age && row.values.contains(column) &&
            row.value(column) != settled_text(canonical(stored, column)))
            found.push_back(column);
    }
    return found;
}

Result<Step> step_of(const ImportTerms& terms, const ImportedRow& row, const Question& stored)
{
    if (terms.who.side == Side::contractor)
        return ask_again(stored, terms.who, row.value(Column::text));
    return answer(stored, terms.who, row.value(Column::answer), row.value(Column::change));
}

bool names_answerer(Column column)
{
    return column == Column::answered_on || column == Column::answered_by;
}

PlannedRow plan_known(const ImportTerms& terms, const ImportedRow& row, const Question& stored)
{
    PlannedRow planned{row.row, stored.number, stored.title, Outcome::unchanged, {}, row.problems, std::nullopt};
    const auto columns_changed = differing(row, stored);
    const bool acts = std::ranges::any_of(columns_changed,
        [&](Column column) { return owner_of(column) == terms.who.side && owner_of(column) != Side::neutral; });
    for (const Column column : columns_changed) {
        const std::string before = canonical(stored, column);
        if (owner_of(column) == Side::neutral && acts && terms.who.side == Side::city && names_answerer(column))
            planned.notices.push_back(recorded_by_import(row, column));
        else if (owner_of(column) == Side::neutral)
            planned.problems.push_back(kept_by_program(row, column, before));
        else if (owner_of(column) != terms.who.side)
            planned.problems.push_back(of_other_side(row, column, before));
        else
            planned.changes.push_back({column, row.cell(column), before, row.value(column)});
    }
    if (acts) {
        auto step = step_of(terms, row, stored);
        if (step)
            planned.saved = PlannedAct{.before = stored, .step = *std::move(step)};
        else
            planned.problems.push_back(
                row.problem(planned.changes.front().column, step.error().code, step.error().text));
    }
    if (!planned.problems.empty())
        return refused(row, std::move(planned.problems), &stored);
    if (acts)
        planned.outcome = Outcome::changed;
    take_notices(planned, row);
    return planned;
}

CellProblem duplicate(const ImportedRow& row, const std::string& number, const std::string& first)
{
    return row.problem(Column::number, "import/duplicate_number",
        {fmt::format("番号「{}」はセル{}にもあります。どちらか一方の行だけを残してください。", number, first),
            fmt::format("the number \"{}\" stands in cell {} too: keep only one of the two rows", number, first)});
}

}

ImportPlan plan_import(const ImportTerms& terms, const std::vector<ImportedRow>& rows)
{
    ImportPlan plan;
    plan.rows.reserve(rows.size());
    std::map<std::string, std::string> seen; // number → its first cell
    for (const ImportedRow& row : rows) {
        const std::string& number = row.value(Column::number);
        if (!number.empty()) {
            const auto [first, fresh] = seen.emplace(number, row.cell(Column::number));
            if (!fresh) {
                plan.rows.push_back(refused(row, {duplicate(row, number, first->second)}));
                continue;
            }
        }
        const Question* stored = number.empty() ? nullptr : terms.find(number);
        plan.rows.push_back(stored ? plan_known(terms, row, *stored) : plan_new(terms, row));
    }
    return plan;
}

}
