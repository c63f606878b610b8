#include "features/work_request/import_view_api.hpp"

#include "features/contract/list_form.hpp"
#include "features/work_request/event_words.hpp"

#include <fmt/format.h>

namespace hoshuban::work_request {
namespace {

// A screen of old → new is read; thousands of new rows are only counted.
constexpr int most_refused_or_changed = 2000;
constexpr int most_created = 500;
constexpr int most_unchanged = 200;
constexpr int most_noticed = 500;

Text label_of(const contract::ListForm& form, Column column)
{
    const auto found = form.columns.find(name_of(column));
    return found == form.columns.end() ? event_words().field("work_request", name_of(column)) : found->second;
}

// The place as the person sees it in Excel, in front of every explanation.
Text said(const CellProblem& problem, const contract::ListForm& form)
{
    const Text label = label_of(form, problem.column);
    return {fmt::format("セル{}（{}）: {}", problem.cell, label.ja, problem.text.ja),
        fmt::format("cell {} ({}): {}", problem.cell, label.en, problem.text.en)};
}

ImportRowView row_view(const PlannedRow& row, const contract::ListForm& form)
{
    ImportRowView view{row.row, row.number, row.title, row.outcome, {}, {}};
    for (const CellChange& change : row.changes)
        view.cells.push_back({std::string{name_of(change.column)}, change.cell, label_of(form, change.column),
            change.before, change.after});
    for (const CellProblem& problem : row.problems)
        view.problems.push_back({problem.cell, problem.code, said(problem, form)});
    for (const CellProblem& notice : row.notices)
        view.notices.push_back({notice.cell, notice.code, said(notice, form)});
    return view;
}

int limit_of(Outcome outcome)
{
    switch (outcome) {
    case Outcome::created:
        return most_created;
    case Outcome::unchanged:
        return most_unchanged;
    default:
        return most_refused_or_changed;
    }
}

}

ImportView view_of(const ImportPlan& plan, const contract::ListForm& form)
{
    ImportView view;
    view.counts = {plan.count(Outcome::created), plan.count(Outcome::changed), plan.count(Outcome::unchanged),
        plan.count(Outcome::refused)};
    std::map<Outcome, int> shown;
    int noticed = 0;
    for (const PlannedRow& row : plan.rows) {
        if (shown[row.outcome]++ < limit_of(row.outcome) || (!row.notices.empty() && noticed++ < most_noticed))
            view.rows.push_back(row_view(row, form));
        else
            ++view.omitted;
    }
    return view;
}

}
