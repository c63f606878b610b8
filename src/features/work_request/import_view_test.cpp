#include "features/work_request/import_view_api.hpp"

#include "features/contract/list_form.hpp"

#include <gtest/gtest.h>

namespace hoshuban::work_request {
namespace {

contract::ListForm form()
{
    contract::ListForm form;
    form.columns["title"] = {"作業名", "Work"};
    form.columns["wish_on"] = {"完了希望日", "Wished completion"};
    return form;
}

PlannedRow planned(Outcome outcome, std::vector<CellProblem> problems = {})
{
    return {12, "A21A-04", "タッチパネル不具合", outcome, {}, std::move(problems), std::nullopt};
}

TEST(ImportView, EveryProblemSaysTheCellAndThePrintedColumn)
{
    struct Case {
        CellProblem problem;
        Text said;
    };
    const Case cases[] = {
        {{Column::wish_on, "L12", "day/unreadable", {"日付を読めません。", "cannot read the day"}},
            {"セルL12（完了希望日）: 日付を読めません。", "cell L12 (Wished completion): cannot read the day"}},
        {{Column::title, "J12", "required", {"作業名を入力してください。", "enter the name of the work"}},
            {"セルJ12（作業名）: 作業名を入力してください。", "cell J12 (Work): enter the name of the work"}},
    };
    for (const Case& c : cases) {
        const ImportView view = view_of(ImportPlan{{planned(Outcome::refused, {c.problem})}}, form());
        const sheet::ImportProblemView& shown = view.rows.at(0).problems.at(0);
        EXPECT_EQ(shown.text.ja, c.said.ja);
        EXPECT_EQ(shown.text.en, c.said.en);
        EXPECT_EQ(shown.cell, c.problem.cell);
        EXPECT_EQ(shown.code, c.problem.code);
    }
}

TEST(ImportView, EveryRowNamesItsWork)
{
    for (const Outcome outcome : {Outcome::created, Outcome::changed, Outcome::unchanged, Outcome::refused})
        EXPECT_EQ(view_of(ImportPlan{{planned(outcome)}}, form()).rows.at(0).title, "タッチパネル不具合");
}

}
}
