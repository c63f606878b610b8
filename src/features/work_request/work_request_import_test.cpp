#include "features/work_request/work_request_import.hpp"

#include <gtest/gtest.h>

namespace hoshuban::work_request {
namespace {

using Values = std::map<Column, std::string>;

ImportedRow row(int number, Values values, std::vector<CellProblem> problems = {})
{
    ImportedRow imported{number, std::move(values), {}, std::move(problems)};
    char letter = 'B';
    for (const auto& [column, name] : names_of(static_cast<const Column*>(nullptr)))
        imported.cells[column] = std::string{letter++} + std::to_string(number);
    return imported;
}

const Values completed = {
    {Column::number, "A21A-01"},
    {Column::entered_on, "2021-09-01"},
    {Column::city_person, "見本 太郎"},
    {Column::division, ""},
    {Column::contractor, "(株)架空"},
    {Column::contractor_person, "架空 一郎"},
    {Column::status, "done"},
    {Column::title, "適用作業"},
    {Column::body, "お願いします。"},
    {Column::wish_on, "2021-10-01"},
    {Column::received_on, "2021-09-01"},
    {Column::result, "完了。"},
    {Column::contractor_confirmed_on, "2021-10-01"},
    {Column::contractor_confirmed_by, "架空 一郎"},
    {Column::city_confirmed_on, "2021-10-01"},
    {Column::city_confirmed_by, "見本 太郎"},
    {Column::planned_hours, "20.0"},
    {Column::actual_hours, "20.0"},
};

Values with(Values values, Values changes)
{
    for (auto& [column, text] : changes)
        values[column] = text;
    return values;
}

ImportTerms terms(Side side, bool may_create = true)
{
    return {{"c"}, side, may_create, "(株)架空", make_day(2021, 11, 1),
        [](std::string_view number) { return number.starts_with("A21A-"); }};
}

const WorkRequest* nobody(const std::string&)
{
    return nullptr;
}

struct Ledger {
    std::map<std::string, WorkRequest> requests;

    std::function<const WorkRequest*(const std::string&)> find() const
    {
        return [this](const std::string& number) {
            const auto found = requests.find(number);
            return found == requests.end() ? nullptr : &found->second;
        };
    }
};

Ledger ledger_of(const Values& values)
{
    const ImportPlan plan = plan_import(terms(Side::city), {row(5, values)}, nobody);
    Ledger ledger;
    ledger.requests[plan.rows.at(0).number] = plan.rows.at(0).request.value();
    return ledger;
}

const Values waiting = {
    {Column::number, "A21A-04"},
    {Column::entered_on, "2021-09-22"},
    {Column::status, "requested"},
    {Column::title, "不具合"},
    {Column::body, "対応をお願いします。"},
};

TEST(ImportNewRow, keeps_the_confirmations_of_an_older_list_as_transcripts)
{
    const ImportPlan plan = plan_import(terms(Side::city), {row(5, completed)}, nobody);
    ASSERT_EQ(plan.rows.size(), 1U);
    ASSERT_EQ(plan.rows[0].outcome, Outcome::created);
    EXPECT_EQ(plan.rows[0].request->city_confirmed,
        (Signature{Confirmation::imported, make_day(2021, 10, 1), "見本 太郎", std::nullopt}));
    EXPECT_EQ(plan.rows[0].request->status, Status::done);
}

TEST(ImportNewRow, wishes_for_one_month_later_when_the_file_does_not_say)
{
    const ImportPlan plan = plan_import(terms(Side::city), {row(5, waiting)}, nobody);
    EXPECT_EQ(plan.rows.at(0).request->wish_on, make_day(2021, 10, 22));
}

TEST(ImportNewRow, refuses_with_the_cell_and_the_reason)
{
    struct Case {
        const char* story;
        Values values;
        Side side;
        const char* cell;
        const char* code;
    };
    const Case cases[] = {
        {"no title", with(waiting, {{Column::title, ""}}), Side::city, "J7", "required"},
        {"no day of entry", with(waiting, {{Column::entered_on, ""}}), Side::city, "C7", "required"},
        {"a number of another series", with(waiting, {{Column::number, "X-1"}}), Side::city, "B7",
            "work_request/number_pattern"},
        {"done without the city", with(completed, {{Column::city_confirmed_on, ""}, {Column::city_confirmed_by, ""}}),
            Side::city, "Q7", "import/status_without_confirmation"},
        {"half a confirmation", with(completed, {{Column::city_confirmed_by, ""}}), Side::city, "R7",
            "import/half_confirmation"},
        {"confirmed but still requested",
            with(waiting,
                {{Column::contractor_confirmed_on, "2021-10-01"}, {Column::contractor_confirmed_by, "架空 一郎"}}),
            Side::city, "I7", "import/confirmation_without_status"},
    };
    for (const Case& c : cases) {
        const ImportPlan plan = plan_import(terms(c.side), {row(7, c.values)}, nobody);
        ASSERT_EQ(plan.rows.at(0).outcome, Outcome::refused) << c.story;
        EXPECT_EQ(plan.rows[0].problems.at(0).cell, c.cell) << c.story;
        EXPECT_EQ(plan.rows[0].problems.at(0).code, c.code) << c.story;
        EXPECT_FALSE(plan.rows[0].request) << c.story;
    }
}

TEST(ImportNewRow, comes_from_the_city_only)
{
    const ImportPlan plan = plan_import(terms(Side::contractor, false), {row(7, waiting)}, nobody);
    EXPECT_EQ(plan.rows.at(0).problems.at(0).code, "import/new_row_by_other_side");
}

TEST(ImportKnownRow, the_same_file_twice_shows_no_difference)
{
    for (const Values& values : {completed, waiting}) {
        const Ledger ledger = ledger_of(values);
        const ImportPlan plan = plan_import(terms(Side::city), {row(5, values)}, ledger.find());
        EXPECT_EQ(plan.rows.at(0).outcome, Outcome::unchanged);
    }
}

TEST(ImportKnownRow, shows_old_and_new)
{
    const Ledger ledger = ledger_of(waiting);
    const ImportPlan plan =
        plan_import(terms(Side::city), {row(8, with(waiting, {{Column::title, "至急の不具合"}}))}, ledger.find());
    ASSERT_EQ(plan.rows.at(0).outcome, Outcome::changed);
    EXPECT_EQ(plan.rows[0].changes, (std::vector<CellChange>{{Column::title, "J8", "不具合", "至急の不具合"}}));
}

TEST(ImportKnownRow, nobody_writes_the_other_sides_columns_or_signs_through_a_file)
{
    struct Case {
        const char* story;
        Side side;
        Values change;
        const char* code;
    };
    const Case cases[] = {
        {"contractor changes the title", Side::contractor, {{Column::title, "別の作業"}}, "work_request/other_side"},
        {"city plans the hours", Side::city, {{Column::planned_hours, "3.0"}}, "work_request/other_side"},
        {"city signs for itself", Side::city, {{Column::city_confirmed_on, "2021-10-02"}},
            "work_request/column_is_an_act"},
        {"city signs for the contractor", Side::city, {{Column::contractor_confirmed_by, "架空 一郎"}},
            "work_request/column_is_an_act"},
        {"city completes", Side::city, {{Column::status, "done"}}, "work_request/column_is_an_act"},
    };
    const Ledger ledger = ledger_of(waiting);
    for (const Case& c : cases) {
        const ImportPlan plan = plan_import(terms(c.side), {row(8, with(waiting, c.change))}, ledger.find());
        ASSERT_EQ(plan.rows.at(0).outcome, Outcome::refused) << c.story;
        EXPECT_EQ(plan.rows[0].problems.at(0).code, c.code) << c.story;
    }
}

TEST(ImportKnownRow, refuses_a_number_that_stands_twice_in_the_file)
{
    const ImportPlan plan = plan_import(terms(Side::city), {row(5, waiting), row(6, waiting)}, nobody);
    EXPECT_EQ(plan.count(Outcome::created), 1);
    EXPECT_EQ(plan.rows.at(1).problems.at(0).cell, "B6");
    EXPECT_EQ(plan.rows.at(1).problems.at(0).code, "import/duplicate_number");
}

TEST(ImportPlan, names_the_work_of_every_row)
{
    struct Case {
        const char* story;
        Values values;
        Outcome outcome;
        const char* title;
    };
    const Case cases[] = {
        {"new", with(waiting, {{Column::number, "A21A-09"}}), Outcome::created, "不具合"},
        {"changed", with(waiting, {{Column::title, "至急"}}), Outcome::changed, "至急"},
        {"unchanged", waiting, Outcome::unchanged, "不具合"},
        {"unchanged, its name left out", with(waiting, {{Column::title, ""}}), Outcome::unchanged, "不具合"},
        {"refused, stored", with(waiting, {{Column::title, ""}, {Column::status, "done"}}), Outcome::refused, "不具合"},
        {"refused, new", with(waiting, {{Column::number, "X-1"}}), Outcome::refused, "不具合"},
    };
    const Ledger ledger = ledger_of(waiting);
    for (const Case& c : cases) {
        const ImportPlan plan = plan_import(terms(Side::city), {row(8, c.values)}, ledger.find());
        EXPECT_EQ(plan.rows.at(0).outcome, c.outcome) << c.story;
        EXPECT_EQ(plan.rows[0].title, c.title) << c.story;
    }
}

TEST(Fingerprint, differs_when_the_ledger_has_moved_on)
{
    const Ledger before = ledger_of(waiting);
    Ledger after = before;
    after.requests["A21A-04"].title = "その間に変わった";
    const std::vector<ImportedRow> file = {row(8, with(waiting, {{Column::title, "至急"}}))};
    EXPECT_EQ(fingerprint(plan_import(terms(Side::city), file, before.find())),
        fingerprint(plan_import(terms(Side::city), file, before.find())));
    EXPECT_NE(fingerprint(plan_import(terms(Side::city), file, before.find())),
        fingerprint(plan_import(terms(Side::city), file, after.find())));
}

}
}
