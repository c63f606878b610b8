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
    return {{"c"}, side, may_create, "(株)架空", make_day(2021, 11, 1), {make_day(2021, 4, 1), make_day(2022, 3, 31)},
        [](std::string_view number) -> std::optional<ImportTerms::Place> {
            if (!number.starts_with("A21A-"))
                return std::nullopt;
            return ImportTerms::Place{2021, std::stoi(std::string{number.substr(5)})};
        },
        "A21A-01", {{2021, 3}}};
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
    ledger.requests[plan.rows.at(0).number] = plan.rows.at(0).saved.value();
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
    EXPECT_EQ(plan.rows[0].saved->city_confirmed,
        (Signature{Confirmation::imported, make_day(2021, 10, 1), "見本 太郎", std::nullopt}));
    EXPECT_EQ(plan.rows[0].saved->status, Status::done);
}

TEST(ImportNewRow, wishes_for_one_month_later_when_the_file_does_not_say)
{
    const ImportPlan plan = plan_import(terms(Side::city), {row(5, waiting)}, nobody);
    EXPECT_EQ(plan.rows.at(0).saved->wish_on, make_day(2021, 10, 22));
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
        {"after the contract", with(waiting, {{Column::entered_on, "2022-04-01"}}), Side::city, "C7",
            "work_request/after_period"},
        {"wished before entered", with(waiting, {{Column::wish_on, "2021-09-21"}}), Side::city, "L7",
            "work_request/wish_before_entry"},
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
        EXPECT_FALSE(plan.rows[0].saved) << c.story;
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
    EXPECT_EQ(plan.rows.at(1).problems.at(0).text,
        (Text{"管理番号「A21A-04」はセルB5にもあります。どちらか一方の行だけを残してください。",
            "the number \"A21A-04\" stands in cell B5 too: keep only one of the two rows"}));
}

TEST(ImportKnownRow, refuses_to_blank_what_a_request_always_states)
{
    struct Case {
        Column column;
        Outcome outcome;
        const char* cell;
        const char* text;
    };
    const Case cases[] = {
        {Column::title, Outcome::refused, "J8", "cannot be blank: enter a value, or put \"不具合\" back"},
        {Column::entered_on, Outcome::refused, "C8", "cannot be blank: enter a value, or put \"2021-09-22\" back"},
        {Column::wish_on, Outcome::refused, "L8", "cannot be blank: enter a value, or put \"2021-10-15\" back"},
        {Column::contractor, Outcome::refused, "G8", "cannot be blank: enter a value, or put \"(株)架空\" back"},
        {Column::status, Outcome::unchanged, "", ""},
        {Column::body, Outcome::changed, "", ""},
    };
    const Values stated = with(waiting, {{Column::wish_on, "2021-10-15"}, {Column::contractor, "(株)架空"}});
    const Ledger ledger = ledger_of(stated);
    for (const Case& c : cases) {
        const ImportPlan plan = plan_import(terms(Side::city), {row(8, with(stated, {{c.column, ""}}))}, ledger.find());
        ASSERT_EQ(plan.rows.at(0).outcome, c.outcome) << name_of(c.column);
        if (c.outcome != Outcome::refused)
            continue;
        EXPECT_EQ(plan.rows[0].problems.at(0).cell, c.cell);
        EXPECT_EQ(plan.rows[0].problems.at(0).text.en, c.text);
    }
}

TEST(ImportKnownRow, every_refusal_says_what_to_do)
{
    struct Case {
        Side side;
        Column column;
        const char* written;
        Text text;
    };
    const Case cases[] = {
        {Side::contractor, Column::title, "別の作業",
            {"相手側の欄は書き換えられません。このセルを元の値「不具合」に戻してください。",
                "this column belongs to the other side: put \"不具合\" back into the cell"}},
        {Side::city, Column::planned_hours, "3.0",
            {"相手側の欄は書き換えられません。このセルを空欄に戻してください。",
                "this column belongs to the other side: leave the cell blank as it was"}},
        {Side::city, Column::city_confirmed_on, "2021-10-02",
            {"ステータスと確認欄は、ファイルでは変えられません。このセルを空欄に戻してください。変えるときは画面で操作"
             "し"
             "ます。",
                "a file cannot change the status and the confirmations: leave the cell blank as it was; they change on "
                "screen"}},
        {Side::contractor, Column::actual_hours, "1.0",
            {"受け付けてから入力してください。このセルを空欄に戻してください。",
                "accept the request first; or leave the cell blank as it was"}},
    };
    const Ledger ledger = ledger_of(waiting);
    for (const Case& c : cases) {
        const ImportPlan plan =
            plan_import(terms(c.side), {row(8, with(waiting, {{c.column, c.written}}))}, ledger.find());
        ASSERT_EQ(plan.rows.at(0).problems.size(), 1U);
        EXPECT_EQ(plan.rows[0].problems[0].text, c.text) << plan.rows[0].problems[0].text.ja;
    }
    const ImportPlan plan = plan_import(terms(Side::city), {row(8, with(waiting, {{Column::number, "W-1"}}))}, nobody);
    EXPECT_EQ(plan.rows.at(0).problems.at(0).text.en,
        "the number \"W-1\" does not have this contract's form: write it like \"A21A-01\", or leave it blank to get "
        "one");
}

TEST(ImportNotice, names_the_cell_and_does_not_hinder)
{
    struct Case {
        const char* story;
        Values change;
        const char* cell;
        const char* code; ///< empty: no notice
        const char* title;
    };
    const Case cases[] = {
        {"nothing", {}, "", "", "不具合"},
        {"a formula", {{Column::title, "=1+1"}}, "J5", "text/like_formula", "=1+1"},
        {"a formula protected by an exported CSV", {{Column::title, "'=1+1"}}, "J5", "text/like_formula", "=1+1"},
        {"an apostrophe", {{Column::title, "'s"}}, "", "", "'s"},
        {"a variation selector", {{Column::city_person, "葛\U000E0100城"}}, "D5", "text/variation_selector", "不具合"},
        {"a private character", {{Column::body, "外字\uE000"}}, "K5", "text/private_use", "不具合"},
        {"a gap", {{Column::number, "A21A-06"}}, "B5", "import/number_gap", "不具合"},
    };
    for (const Case& c : cases) {
        const ImportPlan plan = plan_import(terms(Side::city), {row(5, with(waiting, c.change))}, nobody);
        const PlannedRow& planned = plan.rows.at(0);
        ASSERT_EQ(planned.outcome, Outcome::created) << c.story;
        EXPECT_EQ(planned.title, c.title) << c.story;
        ASSERT_EQ(planned.notices.size(), *c.code ? 1U : 0U) << c.story;
        if (planned.notices.empty())
            continue;
        EXPECT_EQ(planned.notices[0].cell, c.cell) << c.story;
        EXPECT_EQ(planned.notices[0].code, c.code) << c.story;
    }
}

TEST(ImportNotice, a_number_that_follows_on_in_the_file_leaves_no_gap)
{
    const ImportPlan plan = plan_import(terms(Side::city),
        {row(5, with(waiting, {{Column::number, "A21A-06"}})), row(6, with(waiting, {{Column::number, "A21A-07"}}))},
        nobody);
    EXPECT_EQ(plan.rows.at(0).notices.at(0).text,
        (Text{"管理番号「A21A-06」の前の番号がありません（連番は3まで）。間違いでないか確かめてください。",
            "the number before \"A21A-06\" is missing (the last one is 3): check that this is no mistake"}));
    EXPECT_TRUE(plan.rows.at(1).notices.empty());
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
        {"refused, its name blanked", with(waiting, {{Column::title, ""}}), Outcome::refused, "不具合"},
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
