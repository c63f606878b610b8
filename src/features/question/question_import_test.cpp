#include "features/question/question_import.hpp"

#include "features/question/cell.hpp"
#include "features/question/sheet_export_doc.hpp"
#include "features/question/sheet_import_doc.hpp"

#include <functional>
#include <gtest/gtest.h>

namespace hoshuban::question {
namespace {

using namespace std::chrono_literals;

const Instant midday = *parse_instant("2025-10-01T03:00:00Z");
const Who importing_contractor{{"p-kaku"}, "架空 一郎", Side::contractor, midday + 48h};
const Who importing_city{{"p-mihon"}, "見本 太郎", Side::city, midday + 48h};

Question question(const char* number, const char* text)
{
    Who asker = importing_contractor;
    asker.now = midday;
    return ask({.id = {number},
                   .contract = {"c"},
                   .number = number,
                   .subject = SubjectKind::work_request,
                   .subject_id = "w1",
                   .subject_label = "A25A-01",
                   .title = "設定値について",
                   .text = text},
        asker)
        ->question;
}

std::vector<Question> ledger()
{
    Who early = importing_city;
    early.now = midday + 24h;
    Question general = question("Q25-002", "=1+1\n二行目　全角");
    general.subject = SubjectKind::contract;
    general.subject_id = general.subject_label = "";
    Question procedure = question("Q25-003", "手順3は不要ですか。");
    procedure.subject = SubjectKind::procedure;
    procedure.subject_id = "p1";
    procedure.subject_label = "手順書 第2版";
    const Question answered =
        answer(question("Q25-004", "髙と高のどちらですか。"), early, "髙です。", "設計書を改める")->question;
    return {question("Q25-001", "どちらですか。"), general, procedure, answered,
        withdraw(question("Q25-005", "不要な質問"), importing_contractor, "不要")->question};
}

std::vector<ImportedRow> through_excel(const std::vector<Question>& questions, contract::DateStyle style)
{
    auto writer = ListWriter::create(style, midday);
    for (const Question& each : questions)
        EXPECT_TRUE(writer->add(each, 2));
    const auto rows = read_sheet(*writer->finish(), day_of(midday));
    EXPECT_TRUE(rows) << rows.error().text.ja;
    return *rows;
}

ImportPlan plan(const std::vector<ImportedRow>& rows, const Who& who)
{
    static std::vector<Question> stored;
    stored = ledger();
    return plan_import({.contract = {"c"},
                           .who = who,
                           .find_request = [](const std::string& number) -> std::optional<WorkRequestId> {
                               return number == "A25A-01" ? std::optional{WorkRequestId{"w1"}} : std::nullopt;
                           },
                           .find = [](const std::string& number) -> const Question* {
                               const auto found = std::ranges::find(stored, number, &Question::number);
                               return found == stored.end() ? nullptr : &*found;
                           }},
        rows);
}

// A row as "outcome: code@cell …".
std::string told(const PlannedRow& row)
{
    std::string text{name_of(row.outcome)};
    for (const CellProblem& problem : row.problems)
        text += " " + problem.code + "@" + problem.cell;
    for (const CellProblem& notice : row.notices)
        text += " (" + notice.code + "@" + notice.cell + ")";
    return text;
}

TEST(QuestionList, OutAndInAgainIsNoDifference)
{
    for (const auto style : {contract::DateStyle::western_slash, contract::DateStyle::era_long,
             contract::DateStyle::era_short, contract::DateStyle::iso}) {
        const auto rows = through_excel(ledger(), style);
        ASSERT_EQ(rows.size(), 5u);
        for (const Who* who : {&importing_contractor, &importing_city}) {
            for (const PlannedRow& row : plan(rows, *who).rows)
                EXPECT_EQ(told(row), "unchanged") << row.number;
        }
    }
}

TEST(QuestionList, EachSideBringsItsOwnColumns)
{
    struct Case {
        const char* story;
        const Who& who;
        std::function<void(std::vector<Question>&)> edit;
        std::string first; ///< what becomes of the first question
    };
    const Case cases[] = {
        {"the city answers", importing_city, [](auto& q) { q[0].answer = "甲です。"; }, "changed"},
        {"with its day and name", importing_city,
            [](auto& q) {
                q[0].answer = "甲です。";
                q[0].answered_at = midday;
                q[0].answered_by_name = "見本 太郎";
            },
            "changed (question/recorded_by_import@G4) (question/recorded_by_import@H4)"},
        {"a change without an answer", importing_city, [](auto& q) { q[0].change = "設計書"; }, "refused required@J4"},
        {"a day without an answer", importing_city, [](auto& q) { q[0].answered_at = midday; },
            "refused question/kept_column@G4"},
        {"the city edits the question", importing_city, [](auto& q) { q[0].text = "別の質問"; },
            "refused question/other_side@F4"},
        {"the contractor answers", importing_contractor, [](auto& q) { q[0].answer = "甲です。"; },
            "refused question/other_side@I4"},
        {"the contractor puts it better", importing_contractor, [](auto& q) { q[0].text = "甲と乙のどちらですか。"; },
            "changed"},
        {"the question is blanked", importing_contractor, [](auto& q) { q[0].text = ""; }, "refused required@F4"},
        {"the title is edited", importing_contractor, [](auto& q) { q[0].title = "別件"; },
            "refused question/kept_column@E4"},
        {"the state is edited", importing_city, [](auto& q) { q[0].state = State::resolved; },
            "refused question/kept_column@K4"},
        {"a formula-like answer", importing_city, [](auto& q) { q[0].answer = "=甲"; },
            "changed (text/like_formula@I4)"},
        {"a My Number", importing_city, [](auto& q) { q[0].answer = "1234 5678 9018"; }, "refused text/my_number@I4"},
    };
    for (const Case& c : cases) {
        auto edited = ledger();
        c.edit(edited);
        const auto planned = plan(through_excel(edited, contract::DateStyle::iso), c.who);
        EXPECT_EQ(told(planned.rows.at(0)), c.first) << c.story;
    }
}

TEST(QuestionList, AnAnswerFromAFileIsTheSameActAsOnScreen)
{
    auto edited = ledger();
    edited[3].answer = "高です。";
    const auto planned = plan(through_excel(edited, contract::DateStyle::iso), importing_city);
    const PlannedAct& act = planned.rows.at(3).saved.value();
    EXPECT_EQ(act.before->number, "Q25-004");
    EXPECT_EQ(act.step->question, answer(ledger()[3], importing_city, "高です。", "設計書を改める")->question);
    EXPECT_EQ(planned.rows.at(3).changes.size(), 1u);
    EXPECT_EQ(planned.rows.at(3).changes[0].before, "髙です。");

    edited = ledger();
    edited[4].answer = "回答";
    EXPECT_EQ(told(plan(through_excel(edited, contract::DateStyle::iso), importing_city).rows.at(4)),
        "refused question/wrong_state@I8");
}

TEST(QuestionList, NewRowsAreQuestionsOfTheContractor)
{
    const auto row = [](std::map<Column, std::string> values) {
        ImportedRow made{.row = 9, .values = std::move(values), .cells = {}, .problems = {}};
        for (const auto& [column, name] : names_of(static_cast<const Column*>(nullptr)))
            made.cells.emplace(column, std::string(1, static_cast<char>('A' + static_cast<int>(column))) + "9");
        return made;
    };
    struct Case {
        const Who& who;
        std::map<Column, std::string> values;
        const char* told;
    };
    const Case cases[] = {
        {importing_contractor, {{Column::subject, "Ａ25A-01"}, {Column::title, "件名"}, {Column::text, "本文"}}, "new"},
        {importing_contractor, {{Column::title, "件名"}, {Column::text, "本文"}}, "new"},
        {importing_contractor, {{Column::subject, "契約全般"}, {Column::title, "件名"}, {Column::text, "本文"}}, "new"},
        {importing_contractor, {{Column::title, "件名"}, {Column::text, "本文"}, {Column::asked_by, "別人"}},
            "new (question/recorded_by_import@C9)"},
        {importing_contractor, {{Column::subject, "A25A-99"}, {Column::title, "件名"}, {Column::text, "本文"}},
            "refused question/unknown_request@D9"},
        {importing_contractor, {{Column::number, "Q25-099"}, {Column::title, "件名"}, {Column::text, "本文"}},
            "refused question/unknown_number@A9"},
        {importing_contractor, {{Column::text, "本文"}}, "refused required@E9"},
        {importing_contractor, {{Column::title, "件名"}}, "refused required@F9"},
        {importing_contractor, {{Column::title, "件名"}, {Column::text, "本文"}, {Column::answer, "回答"}},
            "refused question/other_side@I9"},
        {importing_contractor, {{Column::title, "件名"}, {Column::text, "本文"}, {Column::state, "resolved"}},
            "refused question/new_is_open@K9"},
        {importing_city, {{Column::title, "件名"}, {Column::text, "本文"}}, "refused question/other_side@F9"},
    };
    for (const Case& c : cases) {
        const auto planned = plan({row(c.values)}, c.who);
        EXPECT_EQ(told(planned.rows.at(0)), c.told);
    }
    const auto first = plan({row(cases[0].values)}, importing_contractor).rows.at(0).saved.value();
    EXPECT_EQ(first.asking->subject_id, "w1");
    EXPECT_EQ(first.asking->subject_label, "A25A-01");
}

TEST(QuestionList, ARowThatComesTwiceIsTakenOnce)
{
    auto twice = ledger();
    twice[1].number = "Q25-001";
    EXPECT_EQ(told(plan(through_excel(twice, contract::DateStyle::iso), importing_city).rows.at(1)),
        "refused import/duplicate_number@A5");
}

}
}
