#pragma once
#include "core/id.hpp"
#include "core/sheet_plan.hpp"
#include "formats/json.hpp"

#include <map>
#include <string>
#include <vector>

/// What an import would do, as the API tells it.
namespace hoshuban::sheet {

struct ImportCellView {
    std::string column;
    std::string cell;
    Text label;
    std::string before;
    std::string after;
};

inline auto describe(const ImportCellView*)
{
    using V = ImportCellView;
    return json::object<V>("ImportCell", json::field("column", &V::column),
        json::field("cell", &V::cell, {"セル", "Cell"}), json::field("label", &V::label, {"列", "Column"}),
        json::field("old", &V::before, {"変更前", "Old"}), json::field("new", &V::after, {"変更後", "New"}));
}

struct ImportProblemView {
    std::string cell;
    std::string code;
    Text text;
};

inline auto describe(const ImportProblemView*)
{
    using V = ImportProblemView;
    return json::object<V>("ImportProblem", json::field("cell", &V::cell, {"セル", "Cell"}),
        json::field("code", &V::code), json::field("text", &V::text, {"説明", "Explanation"}));
}

struct ImportRowView {
    int row = 0;
    std::string number;
    std::string title;
    Outcome outcome = Outcome::unchanged;
    std::vector<ImportCellView> cells;
    std::vector<ImportProblemView> problems;
    std::vector<ImportProblemView> notices = {};
};

inline auto describe(const ImportRowView*)
{
    using V = ImportRowView;
    return json::object<V>("ImportRow", json::field("row", &V::row, {"行", "Row"}),
        json::field("number", &V::number, {"管理番号", "Number"}), json::field("title", &V::title, {"作業名", "Work"}),
        json::field("outcome", &V::outcome, {"扱い", "Outcome"}), json::field("cells", &V::cells),
        json::field("problems", &V::problems),
        json::field("notices", &V::notices, {"確認してほしいこと", "What to look at"}));
}

struct ImportCounts {
    int created = 0;
    int changed = 0;
    int unchanged = 0;
    int refused = 0;
};

inline auto describe(const ImportCounts*)
{
    using V = ImportCounts;
    return json::object<V>("ImportCounts", json::field("new", &V::created, {"新規", "New"}),
        json::field("changed", &V::changed, {"変更", "Changed"}),
        json::field("unchanged", &V::unchanged, {"変更なし", "Unchanged"}),
        json::field("refused", &V::refused, {"取込不可", "Refused"}));
}

/// `rows` shows refused and changed rows, those with a notice, and the first of the others; `omitted` counts the rest.
struct ImportView {
    ImportId id;
    std::string name;
    std::vector<ImportRowView> rows;
    int omitted = 0;
    ImportCounts counts;
    bool saved = false;
};

inline auto describe(const ImportView*)
{
    using V = ImportView;
    return json::object<V>("Import", json::field("id", &V::id),
        json::field("name", &V::name, {"ファイル名", "File name"}), json::field("rows", &V::rows),
        json::field("omitted", &V::omitted, {"表示しない行", "Rows not shown"}), json::field("counts", &V::counts),
        json::field("saved", &V::saved, {"登録済み", "Saved"}));
}

/// How many rows of an outcome are shown: a screen of old → new is read, thousands of new rows are only counted.
int most_shown(Outcome);
inline constexpr int most_noticed = 500;

/// The place as the person sees it in Excel, in front of an explanation.
Text said(const std::string& cell, const Text& label, const Text& text);

template <class Column, class Saved, class LabelOf>
ImportRowView row_view(const PlannedRow<Column, Saved>& row, const LabelOf& label_of)
{
    ImportRowView view{row.row, row.number, row.title, row.outcome, {}, {}};
    for (const auto& [column, cell, before, after] : row.changes)
        view.cells.push_back({std::string{name_of(column)}, cell, label_of(column), before, after});
    for (const auto& [column, cell, code, text] : row.problems)
        view.problems.push_back({cell, code, said(cell, label_of(column), text)});
    for (const auto& [column, cell, code, text] : row.notices)
        view.notices.push_back({cell, code, said(cell, label_of(column), text)});
    return view;
}

/// `label_of` gives the words above a column.
template <class Column, class Saved, class LabelOf>
ImportView preview_of(const ImportPlan<Column, Saved>& plan, const LabelOf& label_of)
{
    ImportView view;
    view.counts = {plan.count(Outcome::created), plan.count(Outcome::changed), plan.count(Outcome::unchanged),
        plan.count(Outcome::refused)};
    std::map<Outcome, int> shown;
    int noticed = 0;
    for (const auto& row : plan.rows) {
        if (shown[row.outcome]++ < most_shown(row.outcome) || (!row.notices.empty() && noticed++ < most_noticed))
            view.rows.push_back(row_view(row, label_of));
        else
            ++view.omitted;
    }
    return view;
}

}
