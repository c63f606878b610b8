#include "features/work_request/work_request_import.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::work_request {
namespace {

std::string cell_of(const ImportedRow& row, Column column)
{
    const auto found = row.cells.find(column);
    return found == row.cells.end() ? std::string{} : found->second;
}

const std::string& value_of(const ImportedRow& row, Column column)
{
    static const std::string none;
    const auto found = row.values.find(column);
    return found == row.values.end() ? none : found->second;
}

PlannedRow refused(const ImportedRow& row, std::vector<CellProblem> problems, const WorkRequest* stored = nullptr)
{
    const std::string& title = value_of(row, Column::title);
    return {row.row, value_of(row, Column::number), title.empty() && stored ? stored->title : title, Outcome::refused,
        {}, std::move(problems), std::nullopt};
}

CellProblem problem(const ImportedRow& row, Column column, std::string code, Text text)
{
    return {column, cell_of(row, column), std::move(code), std::move(text)};
}

// A new row may come at any point of its life; its confirmations must fit the status it states.
void check_story(const ImportedRow& row, const WorkRequest& request, std::vector<CellProblem>& problems)
{
    const bool contractor = request.contractor_confirmed.kind != Confirmation::none;
    const bool city = request.city_confirmed.kind != Confirmation::none;
    const bool needs_contractor = request.status == Status::confirming || request.status == Status::done;
    if (needs_contractor && !contractor)
        problems.push_back(problem(row, Column::contractor_confirmed_on, "import/status_without_confirmation",
            {"このステータスには委託先の確認日と確認者が必要です。",
                "this status needs the contractor's confirmation"}));
    if (!needs_contractor && contractor)
        problems.push_back(problem(row, Column::status, "import/confirmation_without_status",
            {"委託先が確認済みなのに、ステータスがその前の段階です。",
                "the contractor confirmed, but the status stands before that"}));
    if (request.status == Status::done && !city)
        problems.push_back(problem(row, Column::city_confirmed_on, "import/status_without_confirmation",
            {"完了には市の確認日と確認者が必要です。", "completion needs the city's confirmation"}));
    if (request.status != Status::done && city)
        problems.push_back(problem(row, Column::status, "import/confirmation_without_status",
            {"市が確認済みなのに、ステータスが完了ではありません。",
                "the city confirmed, but the status is not completed"}));
}

void check_confirmation(
    const ImportedRow& row, const Signature& signature, Column on, Column by, std::vector<CellProblem>& problems)
{
    if (signature.kind == Confirmation::none || (signature.on && !signature.by.empty()))
        return;
    problems.push_back(problem(row, signature.on ? by : on, "import/half_confirmation",
        {"確認日と確認者は両方入力してください。", "a confirmation needs both its day and its person"}));
}

void check_new(
    const ImportTerms& terms, const ImportedRow& row, const WorkRequest& request, std::vector<CellProblem>& problems)
{
    if (request.title.empty())
        problems.push_back(
            problem(row, Column::title, "required", {"作業名を入力してください。", "enter the name of the work"}));
    if (value_of(row, Column::entered_on).empty())
        problems.push_back(
            problem(row, Column::entered_on, "required", {"記入日を入力してください。", "enter the day of entry"}));
    if (!request.number.empty() && !terms.number_fits(request.number))
        problems.push_back(problem(row, Column::number, "work_request/number_pattern",
            {fmt::format("管理番号「{}」はこの契約の形ではありません。", request.number),
                fmt::format("the number \"{}\" does not have this contract's form", request.number)}));
    check_confirmation(
        row, request.contractor_confirmed, Column::contractor_confirmed_on, Column::contractor_confirmed_by, problems);
    check_confirmation(row, request.city_confirmed, Column::city_confirmed_on, Column::city_confirmed_by, problems);
    check_story(row, request, problems);
}

PlannedRow plan_new(const ImportTerms& terms, const ImportedRow& row)
{
    std::vector<CellProblem> problems = row.problems;
    if (!terms.may_create)
        problems.push_back(problem(row, Column::number, "import/new_row_by_other_side",
            {"この管理番号の依頼はありません。新しい依頼は市が起票します。",
                "no such request: new requests are written by the city"}));
    WorkRequest request;
    request.contract_id = terms.contract;
    request.contractor = terms.contractor;
    std::vector<CellChange> changes;
    for (const auto& [column, text] : row.values) {
        if (text.empty())
            continue;
        if (const auto assigned = assign(request, column, text); !assigned) {
            problems.push_back(problem(row, column, assigned.error().code, assigned.error().text));
            continue;
        }
        changes.push_back({column, cell_of(row, column), "", text});
    }
    check_new(terms, row, request, problems);
    if (!problems.empty())
        return refused(row, std::move(problems));
    if (!request.wish_on)
        request.wish_on = default_wish_on(request.entered_on);
    return {row.row, request.number, request.title, Outcome::created, std::move(changes), {}, std::move(request)};
}

// Columns that a request always has: a blank cell leaves them as they are, so that the file of a first import can come
// again.
bool always_stated(Column column)
{
    return column == Column::entered_on || column == Column::wish_on || column == Column::contractor ||
        column == Column::status || column == Column::title;
}

PlannedRow plan_known(const ImportTerms& terms, const ImportedRow& row, const WorkRequest& stored)
{
    std::vector<CellProblem> problems = row.problems;
    WorkRequest request = stored;
    std::vector<CellChange> changes;
    for (const auto& [column, text] : row.values) {
        const std::string before = canonical(stored, column);
        if (text == before || (text.empty() && always_stated(column)))
            continue;
        const auto allowed = may_edit(stored, column, terms.side);
        const auto assigned = allowed ? assign(request, column, text) : allowed;
        if (!assigned) {
            problems.push_back(problem(row, column, assigned.error().code, assigned.error().text));
            continue;
        }
        changes.push_back({column, cell_of(row, column), before, text});
    }
    if (!problems.empty())
        return refused(row, std::move(problems), &stored);
    if (changes.empty())
        return {row.row, stored.number, stored.title, Outcome::unchanged, {}, {}, std::nullopt};
    return {row.row, stored.number, request.title, Outcome::changed, std::move(changes), {}, std::move(request)};
}

}

int ImportPlan::count(Outcome outcome) const
{
    return static_cast<int>(std::ranges::count(rows, outcome, &PlannedRow::outcome));
}

ImportPlan plan_import(const ImportTerms& terms, const std::vector<ImportedRow>& rows,
    const std::function<const WorkRequest*(const std::string&)>& find)
{
    ImportPlan plan;
    plan.rows.reserve(rows.size());
    std::set<std::string> seen;
    for (const ImportedRow& row : rows) {
        const std::string& number = value_of(row, Column::number);
        if (!number.empty() && !seen.insert(number).second) {
            plan.rows.push_back(refused(row,
                {problem(row, Column::number, "import/duplicate_number",
                    {fmt::format("管理番号「{}」がこのファイルに二度あります。", number),
                        fmt::format("the number \"{}\" stands twice in this file", number)})}));
            continue;
        }
        const WorkRequest* stored = number.empty() ? nullptr : find(number);
        plan.rows.push_back(stored ? plan_known(terms, row, *stored) : plan_new(terms, row));
    }
    return plan;
}

std::string fingerprint(const ImportPlan& plan)
{
    std::string text;
    for (const PlannedRow& row : plan.rows) {
        text += fmt::format("{}\x1f{}\x1f{}", row.row, row.number, name_of(row.outcome));
        for (const CellChange& change : row.changes)
            text += fmt::format("\x1f{}\x1f{}\x1f{}", name_of(change.column), change.before, change.after);
        text += '\x1e';
    }
    return text;
}

}
