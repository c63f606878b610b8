#pragma once
#include "features/work_request/sheet_vocabulary.hpp"
#include "features/work_request/work_request_import.hpp"
#include "formats/json.hpp"

#include <string>
#include <vector>

namespace hoshuban::work_request {

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
    Outcome outcome;
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

/// What an import would do. `rows` shows refused and changed rows, those with a notice, and the first of the others;
/// `omitted` counts the rest.
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

ImportView view_of(const ImportPlan&, const contract::ListForm&);

}
