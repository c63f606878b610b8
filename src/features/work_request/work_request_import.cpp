#include "features/work_request/work_request_import.hpp"

#include "core/formula.hpp"
#include "features/work_request/period.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::work_request {
namespace {

PlannedRow refused(const ImportedRow& row, std::vector<CellProblem> problems, const WorkRequest* stored = nullptr)
{
    const std::string& title = row.value(Column::title);
    return {row.row, row.value(Column::number), title.empty() && stored ? stored->title : title, Outcome::refused, {},
        std::move(problems), std::nullopt};
}

// A new row may come at any point of its life; its confirmations must fit the status it states.
void check_story(const ImportedRow& row, const WorkRequest& request, std::vector<CellProblem>& problems)
{
    const bool contractor = request.contractor_confirmed.kind != Confirmation::none;
    const bool city = request.city_confirmed.kind != Confirmation::none;
    const bool needs_contractor = request.status == Status::confirming || request.status == Status::done;
    if (needs_contractor && !contractor)
        problems.push_back(row.problem(Column::contractor_confirmed_on, "import/status_without_confirmation",
            {"このステータスには委託先の確認日と確認者が必要です。",
                "this status needs the contractor's confirmation"}));
    if (!needs_contractor && contractor)
        problems.push_back(row.problem(Column::status, "import/confirmation_without_status",
            {"委託先が確認済みなのに、ステータスがその前の段階です。",
                "the contractor confirmed, but the status stands before that"}));
    if (request.status == Status::done && !city)
        problems.push_back(row.problem(Column::city_confirmed_on, "import/status_without_confirmation",
            {"完了には市の確認日と確認者が必要です。", "completion needs the city's confirmation"}));
    if (request.status != Status::done && city)
        problems.push_back(row.problem(Column::status, "import/confirmation_without_status",
            {"市が確認済みなのに、ステータスが完了ではありません。",
                "the city confirmed, but the status is not completed"}));
}

void check_confirmation(
    const ImportedRow& row, const Signature& signature, Column on, Column by, std::vector<CellProblem>& problems)
{
    if (signature.kind == Confirmation::none || (signature.on && !signature.by.empty()))
        return;
    problems.push_back(row.problem(signature.on ? by : on, "import/half_confirmation",
        {"確認日と確認者は両方入力してください。", "a confirmation needs both its day and its person"}));
}

CellProblem wrong_number(const ImportTerms& terms, const ImportedRow& row, const std::string& number)
{
    Text text{fmt::format("管理番号「{}」はこの契約の形ではありません。空欄にすると登録のときに付番します。", number),
        fmt::format("the number \"{}\" does not have this contract's form: leave it blank to get one", number)};
    if (!terms.number_example.empty()) {
        text = {fmt::format("管理番号「{}」はこの契約の形ではありません。「{}」のように入力するか、空欄にしてください"
                            "（空欄なら登録のときに付番します）。",
                    number, terms.number_example),
            fmt::format("the number \"{}\" does not have this contract's form: write it like \"{}\", or leave it blank "
                        "to get one",
                number, terms.number_example)};
    }
    return row.problem(Column::number, "work_request/number_pattern", std::move(text));
}

void check_new(
    const ImportTerms& terms, const ImportedRow& row, const WorkRequest& request, std::vector<CellProblem>& problems)
{
    if (request.title.empty())
        problems.push_back(
            row.problem(Column::title, "required", {"作業名を入力してください。", "enter the name of the work"}));
    if (row.value(Column::entered_on).empty())
        problems.push_back(
            row.problem(Column::entered_on, "required", {"記入日を入力してください。", "enter the day of entry"}));
    if (!request.number.empty() && !terms.place_of(request.number))
        problems.push_back(wrong_number(terms, row, request.number));
    check_confirmation(
        row, request.contractor_confirmed, Column::contractor_confirmed_on, Column::contractor_confirmed_by, problems);
    check_confirmation(row, request.city_confirmed, Column::city_confirmed_on, Column::city_confirmed_by, problems);
    check_story(row, request, problems);
}

void check_days(
    const ImportTerms& terms, const ImportedRow& row, const WorkRequest& request, std::vector<CellProblem>& problems)
{
    if (row.value(Column::entered_on).empty())
        return;
    for (FieldError& each : period_problems(terms.period, request, terms.today)) {
        const Column column = each.path == "wish_on" ? Column::wish_on : Column::entered_on;
        problems.push_back(row.problem(column, std::move(each.code), std::move(each.text)));
    }
}

bool holds_text(Column column)
{
    const ColumnKind kind = kind_of(column);
    return kind == ColumnKind::name || kind == ColumnKind::line || kind == ColumnKind::paragraph;
}

// An exported CSV protects what is like a formula; somebody may have saved it as a workbook. What is stored just so was
// meant so.
std::string taken(Column column, const std::string& text, const std::string& stored)
{
    return holds_text(column) && text != stored ? std::string{unprotected_text(text)} : text;
}

std::vector<CellProblem> notices_of(const ImportedRow& row, const std::vector<CellChange>& changes)
{
    std::vector<CellProblem> notices;
    for (const CellChange& change : changes) {
        if (!holds_text(change.column))
            continue;
        for (sheet::Notice& each : sheet::notices_of(change.after))
            notices.push_back(row.problem(change.column, std::move(each.code), std::move(each.text)));
    }
    return notices;
}

PlannedRow plan_new(const ImportTerms& terms, const ImportedRow& row)
{
    std::vector<CellProblem> problems = row.problems;
    if (!terms.may_create)
        problems.push_back(row.problem(Column::number, "import/new_row_by_other_side",
            {"この管理番号の依頼はありません。新しい依頼は市が起票します。",
                "no such request: new requests are written by the city"}));
    WorkRequest request;
    request.contract_id = terms.contract;
    request.contractor = terms.contractor;
    std::vector<CellChange> changes;
    for (const auto& [column, written] : row.values) {
        if (written.empty())
            continue;
        const std::string text = taken(column, written, "");
        if (const auto assigned = assign(request, column, text); !assigned) {
            problems.push_back(row.problem(column, assigned.error().code, assigned.error().text));
            continue;
        }
        changes.push_back({column, row.cell(column), "", text});
    }
    // What arrives as reported or completed is a transcript of work that was done.
    if (request.status == Status::confirming || request.status == Status::done)
        request.start = Start::imported;
    check_new(terms, row, request, problems);
    check_days(terms, row, request, problems);
    if (!problems.empty())
        return refused(row, std::move(problems));
    if (!request.wish_on)
        request.wish_on = default_wish_on(request.entered_on);
    auto notices = notices_of(row, changes);
    return {row.row, request.number, request.title, Outcome::created, std::move(changes), {}, std::move(request),
        std::move(notices)};
}

// A blank cell where the program had filled in what a first import left out: the same file may come again.
bool filled_in(const WorkRequest& stored, Column column)
{
    return column == Column::status ||
        (column == Column::wish_on && stored.wish_on == default_wish_on(stored.entered_on));
}

bool mandatory(Column column)
{
    return column == Column::entered_on || column == Column::wish_on || column == Column::contractor ||
        column == Column::title;
}

// Why a cell of a stored request may not be written by this file, and what to do about it.
Text refusal_text(const WorkRequest& stored, Column column, Side side, const Error& error)
{
    const std::string before = canonical(stored, column);
    const Text back = before.empty() ? Text{"このセルを空欄に戻してください。", "leave the cell blank as it was"}
                                     : Text{fmt::format("このセルを元の値「{}」に戻してください。", before),
                                           fmt::format("put \"{}\" back into the cell", before)};
    if (owner_of(column) == Owner::act)
        return {"ステータスと確認欄は、ファイルでは変えられません。" + back.ja + "変えるときは画面で操作します。",
            "a file cannot change the status and the confirmations: " + back.en + "; they change on screen"};
    if ((owner_of(column) == Owner::city) != (side == Side::city))
        return {"相手側の欄は書き換えられません。" + back.ja, "this column belongs to the other side: " + back.en};
    return {error.text.ja + back.ja, error.text.en + "; or " + back.en};
}

Result<void> put_cell(
    WorkRequest& request, const WorkRequest& stored, Column column, const std::string& text, Side side)
{
    if (const auto allowed = may_edit(stored, column, side); !allowed)
        return fail(allowed.error().kind, allowed.error().code, refusal_text(stored, column, side, allowed.error()));
    if (text.empty() && mandatory(column)) {
        const std::string before = canonical(stored, column);
        return fail(ErrorKind::invalid, "required",
            {fmt::format("空欄にはできません。値を入力するか、元の値「{}」に戻してください。", before),
                fmt::format("cannot be blank: enter a value, or put \"{}\" back", before)});
    }
    return assign(request, column, text);
}

PlannedRow plan_known(const ImportTerms& terms, const ImportedRow& row, const WorkRequest& stored)
{
    std::vector<CellProblem> problems = row.problems;
    WorkRequest request = stored;
    std::vector<CellChange> changes;
    for (const auto& [column, written] : row.values) {
        const std::string before = canonical(stored, column);
        const std::string text = taken(column, written, before);
        if (text == before || (text.empty() && filled_in(stored, column)))
            continue;
        if (const auto assigned = put_cell(request, stored, column, text, terms.side); !assigned) {
            problems.push_back(row.problem(column, assigned.error().code, assigned.error().text));
            continue;
        }
        changes.push_back({column, row.cell(column), before, text});
    }
    if (request.entered_on != stored.entered_on || request.wish_on != stored.wish_on)
        check_days(terms, row, request, problems);
    if (!problems.empty())
        return refused(row, std::move(problems), &stored);
    if (changes.empty())
        return {row.row, stored.number, stored.title, Outcome::unchanged, {}, {}, std::nullopt};
    auto notices = notices_of(row, changes);
    return {row.row, stored.number, request.title, Outcome::changed, std::move(changes), {}, std::move(request),
        std::move(notices)};
}

CellProblem duplicate(const ImportedRow& row, const std::string& number, const std::string& first)
{
    return row.problem(Column::number, "import/duplicate_number",
        {fmt::format("管理番号「{}」はセル{}にもあります。どちらか一方の行だけを残してください。", number, first),
            fmt::format("the number \"{}\" stands in cell {} too: keep only one of the two rows", number, first)});
}

// The city may give numbers as it likes; but a leap is often a slip of the pen, and the numbers between are never given
// out.
class Gaps {
public:
    Gaps(const ImportTerms& terms, const std::vector<ImportedRow>& rows)
        : terms_{terms}
    {
        for (const ImportedRow& row : rows) {
            if (const auto place = place_of(row.value(Column::number)))
                in_file_.insert(*place);
        }
    }

    void look_at(const ImportedRow& row, PlannedRow& planned) const
    {
        const auto place = place_of(planned.number);
        if (planned.outcome != Outcome::created || !place)
            return;
        const auto last = terms_.last_numbers.find(place->year);
        const int given = last == terms_.last_numbers.end() ? 0 : last->second;
        if (place->sequence <= given + 1 || in_file_.contains({place->year, place->sequence - 1}))
            return;
        planned.notices.push_back(row.problem(Column::number, "import/number_gap",
            {fmt::format("管理番号「{}」の前の番号がありません（連番は{}まで）。間違いでないか確かめてください。",
                 planned.number, given),
                fmt::format("the number before \"{}\" is missing (the last one is {}): check that this is no mistake",
                    planned.number, given)}));
    }

private:
    std::optional<ImportTerms::Place> place_of(const std::string& number) const
    {
        return number.empty() ? std::nullopt : terms_.place_of(number);
    }

    const ImportTerms& terms_;
    std::set<ImportTerms::Place> in_file_;
};

}

ImportPlan plan_import(const ImportTerms& terms, const std::vector<ImportedRow>& rows,
    const std::function<const WorkRequest*(const std::string&)>& find)
{
    ImportPlan plan;
    plan.rows.reserve(rows.size());
    std::map<std::string, std::string> seen; // number → its first cell
    const Gaps gaps{terms, rows};
    for (const ImportedRow& row : rows) {
        const std::string& number = row.value(Column::number);
        if (!number.empty()) {
            const auto [first, fresh] = seen.emplace(number, row.cell(Column::number));
            if (!fresh) {
                plan.rows.push_back(refused(row, {duplicate(row, number, first->second)}));
                continue;
            }
        }
        const WorkRequest* stored = number.empty() ? nullptr : find(number);
        plan.rows.push_back(stored ? plan_known(terms, row, *stored) : plan_new(terms, row));
        gaps.look_at(row, plan.rows.back());
    }
    return plan;
}

}
