#include "features/question/question.hpp"

#include <gtest/gtest.h>

namespace hoshuban::question {
namespace {

using namespace std::chrono_literals;

const Instant noon = *parse_instant("2025-10-01T03:00:00Z");
const Who contractor{{"p-kaku"}, "架空 一郎", Side::contractor, noon};
const Who city{{"p-mihon"}, "見本 太郎", Side::city, noon + 1h};
const Who auditor{{"p-kansa"}, "監査 みどり", Side::neutral, noon + 1h};
const Oral by_phone{noon - 1h, "見本 太郎", true};

Question asked()
{
    return ask({.id = {"q1"},
                   .contract = {"c"},
                   .number = "Q25A-01",
                   .subject = SubjectKind::work_request,
                   .subject_id = "w1",
                   .subject_label = "A25A-01",
                   .title = "設定値について",
                   .text = "どちらの値ですか。"},
        contractor)
        ->question;
}

Question in(State state)
{
    Question question = asked();
    if (state == State::open)
        return question;
    question = answer(question, city, "甲の値です。", "")->question;
    if (state == State::answered)
        return question;
    if (state == State::withdrawn)
        return withdraw(question, contractor, "不要になった")->question;
    question = accept(question, contractor, true)->question;
    return state == State::awaiting ? question : settle(question, approval::State::granted, noon + 2h)->question;
}

enum class Do { ask_again, answer, same_answer, accept, accept_approved, withdraw, comment, oral };

Result<Step> done(Do what, const Question& question, const Who& who)
{
    switch (what) {
    case Do::ask_again:
        return ask_again(question, who, "もう一度: どちらですか。");
    case Do::answer:
        return answer(question, who, "乙の値です。", "設計書3.2を改める");
    case Do::same_answer:
        return answer(question, who, " 甲の値です。\r\n", "");
    case Do::accept:
        return accept(question, who, false);
    case Do::accept_approved:
        return accept(question, who, true);
    case Do::withdraw:
        return withdraw(question, who, "解決したため");
    case Do::comment:
        return comment(question, who, "確認中です。");
    case Do::oral:
        return record_oral(question, who, "甲でよいとのこと。", by_phone);
    }
    return Step{};
}

std::string outcome(const Result<Step>& step)
{
    if (!step)
        return step.error().code;
    return std::string{name_of(step->question.state)} + (step->voids ? " voids" : "");
}

TEST(Question, GoesItsWay)
{
    struct Case {
        Do what;
        const Who& who;
        const char *open, *answered, *awaiting, *resolved, *withdrawn;
    };
    constexpr const char* no = "question/wrong_state";
    constexpr const char* side = "question/other_side";
    const Case cases[] = {
        {Do::ask_again, contractor, "open", "open", "open voids", "open voids", no},
        {Do::ask_again, city, side, side, side, side, side},
        {Do::answer, city, "answered", "answered", "answered voids", "answered voids", no},
        {Do::answer, contractor, side, side, side, side, side},
        {Do::answer, auditor, side, side, side, side, side},
        {Do::same_answer, city, "answered", "question/same_answer", "question/same_answer", "question/same_answer", no},
        {Do::accept, contractor, no, "resolved", no, no, no},
        {Do::accept_approved, contractor, no, "awaiting_approval", no, no, no},
        {Do::accept, city, side, side, side, side, side},
        {Do::withdraw, contractor, "withdrawn", "withdrawn", "withdrawn voids", no, no},
        {Do::withdraw, city, side, side, side, side, side},
        {Do::comment, city, "open", "answered", "awaiting_approval", "resolved", "withdrawn"},
        {Do::comment, auditor, "open", "answered", "awaiting_approval", "resolved", "withdrawn"},
        {Do::oral, contractor, "answered", "answered", no, no, no},
        {Do::oral, city, "answered", "answered", no, no, no},
        {Do::oral, auditor, side, side, side, side, side},
    };
    int row = 0;
    for (const Case& c : cases) {
        ++row;
        EXPECT_EQ(outcome(done(c.what, in(State::open), c.who)), c.open) << row;
        EXPECT_EQ(outcome(done(c.what, in(State::answered), c.who)), c.answered) << row;
        EXPECT_EQ(outcome(done(c.what, in(State::awaiting), c.who)), c.awaiting) << row;
        EXPECT_EQ(outcome(done(c.what, in(State::resolved), c.who)), c.resolved) << row;
        EXPECT_EQ(outcome(done(c.what, in(State::withdrawn), c.who)), c.withdrawn) << row;
    }
}

TEST(Question, IsSettledOnlyWhileAnApprovalIsWaitedFor)
{
    using Outcome = approval::State;
    struct Case {
        Outcome outcome;
        const char* state; ///< "": nothing happens
    };
    const Case cases[] = {{Outcome::granted, "resolved"}, {Outcome::refused, "open"}, {Outcome::withdrawn, "answered"},
        {Outcome::asked, ""}, {Outcome::voided, ""}};
    for (const Case& c : cases) {
        const auto step = settle(in(State::awaiting), c.outcome, noon + 3h);
        EXPECT_EQ(step ? name_of(step->question.state) : "", c.state) << name_of(c.outcome);
        for (const State other : {State::open, State::answered, State::resolved, State::withdrawn})
            EXPECT_FALSE(settle(in(other), c.outcome, noon + 3h)) << name_of(other) << name_of(c.outcome);
    }
}

TEST(Question, NobodyAnswersTheirOwn)
{
    Who moved = city;
    moved.person = contractor.person;
    EXPECT_EQ(outcome(answer(asked(), moved, "答え", "")), "question/own_question");
}

TEST(Question, KeepsWhatHoldsNowAndWhoHasTheTurn)
{
    const Question first = asked();
    EXPECT_EQ(turn(first.state), Side::city);
    EXPECT_EQ(first.rounds, 1);

    const Step answered = *answer(first, city, " 甲の値です。\r\n", "");
    EXPECT_EQ(answered.question.answer, "甲の値です。");
    EXPECT_EQ(answered.question.answered_by_name, "見本 太郎");
    EXPECT_EQ(answered.question.answered_at, city.now);
    EXPECT_EQ(turn(answered.question.state), Side::contractor);
    EXPECT_EQ(answered.question.turn_since, city.now);

    const Step again = *ask_again(answered.question, contractor, "なぜですか。");
    EXPECT_EQ(again.question.text, "なぜですか。");
    EXPECT_EQ(again.question.rounds, 2);
    EXPECT_EQ(again.question.asked_at, noon) << "its age counts from the first asking";

    const Step corrected = *ask_again(again.question, contractor, "なぜ甲ですか。");
    EXPECT_EQ(corrected.question.rounds, 2) << "nobody has answered: the same round";
    EXPECT_EQ(corrected.question.turn_since, again.question.turn_since);

    const Step accepted = *accept(answered.question, contractor, false);
    EXPECT_EQ(accepted.question.closed_at, noon);
    EXPECT_EQ(turn(accepted.question.state), Side::neutral);
    EXPECT_EQ(answer(accepted.question, city, "乙です。", "")->question.closed_at, std::nullopt);
}

TEST(Question, AnApprovalIsForTheAnswerAndWhatItChanges)
{
    const Question one = in(State::answered);
    EXPECT_EQ(approved_text(one), approved_text(comment(one, city, "補足")->question));
    EXPECT_NE(approved_text(one), approved_text(answer(one, city, "甲の値です。", "設計書を改める")->question));
    EXPECT_NE(
        approved_text(answer(one, city, "甲", "乙")->question), approved_text(answer(one, city, "甲乙", "")->question));
}

TEST(Question, TextsAreChecked)
{
    struct Case {
        const char *story, *text, *code;
    };
    const std::string long_text(longest_text + 1, 'a');
    const Case cases[] = {
        {"blank", " \u3000\n", "required"},
        {"a My Number", "番号は 1234 5678 9018 です", "text/my_number"},
        {"a control character", "a\x01", "text/control"},
        {"too long", long_text.c_str(), "text/too_long"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(outcome(ask_again(asked(), contractor, c.text)), c.code) << c.story;
        EXPECT_EQ(outcome(answer(asked(), city, c.text, "")), c.code) << c.story;
        EXPECT_EQ(outcome(comment(asked(), city, c.text)), c.code) << c.story;
        EXPECT_EQ(outcome(withdraw(asked(), contractor, c.text)), c.code) << c.story;
        EXPECT_EQ(outcome(record_oral(asked(), contractor, c.text, by_phone)), c.code) << c.story;
    }
    EXPECT_EQ(outcome(ask({.id = {"q"}, .contract = {"c"}, .number = "1", .title = " ", .text = "本文"}, contractor)),
        "required");
    EXPECT_EQ(outcome(answer(asked(), city, "答え", "番号は 1234 5678 9018")), "text/my_number");
}

TEST(OralConfirmation, SaysWhoWhenAndWithWhom)
{
    const Step by_contractor = *record_oral(asked(), contractor, "甲でよい。", by_phone);
    EXPECT_EQ(by_contractor.entry->kind, EntryKind::oral);
    EXPECT_EQ(by_contractor.entry->oral, by_phone);
    EXPECT_EQ(by_contractor.entry->person_name, "架空 一郎");
    EXPECT_EQ(by_contractor.question.answer, "甲でよい。");
    EXPECT_EQ(by_contractor.question.answered_by_name, "見本 太郎") << "the one it was confirmed with";
    EXPECT_EQ(by_contractor.question.answered_at, by_phone.at);
    EXPECT_EQ(
        record_oral(asked(), city, "甲でよい。", {noon, "架空 一郎", true})->question.answered_by_name, "見本 太郎");
    EXPECT_EQ(
        outcome(record_oral(asked(), contractor, "甲", {noon + 1s, "見本 太郎", true})), "question/oral_in_future");
    EXPECT_EQ(outcome(record_oral(asked(), contractor, "甲", {noon, " ", true})), "required");
}

TEST(Actions, FollowRoleAndState)
{
    const auto can = [](Role role, State state, bool administrator = false) {
        Question question = in(state);
        Actor actor{{"p-x"}, "だれか", administrator, {{{"c"}, role, make_day(2025, 4, 1), std::nullopt}}};
        std::string text;
        for (const Action action : actions(question, actor, true))
            text += (text.empty() ? "" : " ") + std::string{name_of(action)};
        return text;
    };
    EXPECT_EQ(can(Role::responsible, State::open), "ask withdraw comment record_oral");
    EXPECT_EQ(can(Role::worker, State::answered), "ask accept withdraw comment record_oral");
    EXPECT_EQ(can(Role::responsible, State::awaiting), "ask withdraw comment");
    EXPECT_EQ(can(Role::responsible, State::resolved), "ask comment");
    EXPECT_EQ(can(Role::responsible, State::withdrawn), "comment");
    EXPECT_EQ(can(Role::city_section, State::open), "answer comment record_oral");
    EXPECT_EQ(can(Role::city_section, State::withdrawn), "comment");
    EXPECT_EQ(can(Role::city_division, State::open), "comment");
    EXPECT_EQ(can(Role::auditor, State::open), "");
    EXPECT_EQ(can(Role::city_section, State::open, true), "comment");
}

}
}
