#include "features/question/question.hpp"

#include "core/typed_text.hpp"

#include <fmt/format.h>

namespace hoshuban::question {
namespace {

std::unexpected<Error> wrong_state(const Question& question, Text what)
{
    const Text now = label(question.state);
    return fail(ErrorKind::conflict, "question/wrong_state",
        {fmt::format("この質問は「{}」です。{}", now.ja, what.ja),
            fmt::format("this question is \"{}\": {}", now.en, what.en)});
}

Result<void> check_side(const Who& who, Side side)
{
    if (who.side == side)
        return {};
    if (side == Side::city) {
        return fail(ErrorKind::forbidden, "question/other_side",
            {"回答は市の担当者が行います。", "questions are answered by the city"});
    }
    return fail(ErrorKind::forbidden, "question/other_side",
        {"質問・確認・取下げは委託先の担当者が行います。", "asking, accepting and withdrawing are the contractor's"});
}

Result<void> check_text(std::string_view field, std::string_view text, std::size_t limit = longest_text)
{
    auto problems = text_problems(field, text, limit);
    if (text.empty())
        problems.push_back({std::string{field}, "required", {"内容を入力してください。", "enter the text"}});
    if (problems.empty())
        return {};
    const FieldError first = problems.front();
    return fail(ErrorKind::invalid, first.code, first.text, std::move(problems));
}

Entry entry_of(EntryKind kind, const Who& who, std::string text)
{
    return {.kind = kind,
        .side = who.side,
        .person = who.person,
        .person_name = who.name,
        .at = who.now,
        .text = std::move(text)};
}

bool rests_on_approval(State state)
{
    return state == State::awaiting || state == State::resolved;
}

void move_to(Question& question, State state, Instant now)
{
    question.state = state;
    question.turn_since = now;
    question.closed_at = is_open(state) ? std::nullopt : std::optional{now};
}

}

Text label(State state)
{
    switch (state) {
    case State::open:
        return {"質問中", "Asked"};
    case State::answered:
        return {"回答済", "Answered"};
    case State::awaiting:
        return {"回答済（承認待ち）", "Answered, approval pending"};
    case State::resolved:
        return {"解決", "Resolved"};
    case State::withdrawn:
        return {"取下げ", "Withdrawn"};
    }
    return {};
}

bool is_open(State state)
{
    return state != State::resolved && state != State::withdrawn;
}

Side turn(State state)
{
    switch (state) {
    case State::open:
    case State::awaiting:
        return Side::city;
    case State::answered:
        return Side::contractor;
    case State::resolved:
    case State::withdrawn:
        break;
    }
    return Side::neutral;
}

Result<Step> ask(const Asking& asking, const Who& who)
{
    TRY(check_side(who, Side::contractor));
    Question question{.id = asking.id,
        .contract_id = asking.contract,
        .number = asking.number,
        .subject = asking.subject,
        .subject_id = asking.subject_id,
        .subject_label = asking.subject_label,
        .title = settled_text(asking.title),
        .text = settled_text(asking.text),
        .asked_by = who.person,
        .asked_by_name = who.name,
        .asked_at = who.now,
        .turn_since = who.now};
    TRY(check_text("title", question.title, longest_title));
    TRY(check_text("text", question.text));
    Entry entry = entry_of(EntryKind::ask, who, question.text);
    return Step{std::move(question), std::move(entry)};
}

Result<Step> ask_again(Question question, const Who& who, std::string_view written)
{
    TRY(check_side(who, Side::contractor));
    if (question.state == State::withdrawn)
        return wrong_state(question, {"続きは新しい質問にしてください。", "ask a new question"});
    std::string text = settled_text(written);
    TRY(check_text("text", text));
    const bool voids = rests_on_approval(question.state);
    if (question.state != State::open) {
        ++question.rounds;
        move_to(question, State::open, who.now);
    }
    question.text = text;
    return Step{std::move(question), entry_of(EntryKind::ask, who, std::move(text)), voids};
}

Result<Step> answer(Question question, const Who& who, std::string_view written, std::string_view written_change)
{
    TRY(check_side(who, Side::city));
    if (question.state == State::withdrawn)
        return wrong_state(question, {"回答はいりません。", "it needs no answer"});
    if (question.asked_by == who.person) {
        return fail(ErrorKind::forbidden, "question/own_question",
            {"自分の質問には回答できません。市のほかの担当者が回答してください。",
                "nobody answers their own question: somebody else of the city answers"});
    }
    std::string text = settled_text(written);
    std::string change = settled_text(written_change);
    TRY(check_text("text", text));
    if (!change.empty())
        TRY(check_text("change", change));
    if (question.state != State::open && text == question.answer && change == question.change) {
        return fail(ErrorKind::conflict, "question/same_answer",
            {"今の回答と同じです。変えるときは内容を書き直してください。",
                "this is the present answer, word for word"});
    }
    const bool voids = rests_on_approval(question.state);
    move_to(question, State::answered, who.now);
    question.answer = text;
    question.change = change;
    question.answered_by_name = who.name;
    question.answered_at = who.now;
    Entry entry = entry_of(EntryKind::answer, who, std::move(text));
    entry.change = std::move(change);
    return Step{std::move(question), std::move(entry), voids};
}

Result<Step> accept(Question question, const Who& who, bool answer_approved)
{
    TRY(check_side(who, Side::contractor));
    if (question.state == State::open)
        return wrong_state(question, {"市の回答を待ってください。", "wait for the city's answer"});
    if (question.state != State::answered)
        return wrong_state(question, {"確認することはありません。", "there is nothing to accept"});
    move_to(question, answer_approved ? State::awaiting : State::resolved, who.now);
    return Step{std::move(question)};
}

Result<Step> withdraw(Question question, const Who& who, std::string_view reason)
{
    TRY(check_side(who, Side::contractor));
    if (!is_open(question.state))
        return wrong_state(question, {"取り下げることはできません。", "it can no longer be withdrawn"});
    std::string text = settled_text(reason);
    TRY(check_text("reason", text));
    const bool voids = rests_on_approval(question.state);
    move_to(question, State::withdrawn, who.now);
    return Step{std::move(question), entry_of(EntryKind::comment, who, std::move(text)), voids};
}

Result<Step> comment(Question question, const Who& who, std::string_view written)
{
    std::string text = settled_text(written);
    TRY(check_text("text", text));
    return Step{std::move(question), entry_of(EntryKind::comment, who, std::move(text))};
}

Result<Step> record_oral(Question question, const Who& who, std::string_view written, const Oral& oral)
{
    if (who.side == Side::neutral) {
        return fail(ErrorKind::forbidden, "question/other_side",
            {"口頭の確認は市か委託先の担当者が記録します。", "oral confirmations are recorded by one of the parties"});
    }
    if (question.state != State::open && question.state != State::answered)
        return wrong_state(question, {"口頭の確認は記録できません。", "no oral confirmation can be recorded"});
    std::string text = settled_text(written);
    Oral settled{oral.at, settled_text(oral.with), oral.minor};
    TRY(check_text("text", text));
    TRY(check_text("with", settled.with, longest_name));
    if (settled.at > who.now) {
        return fail(ErrorKind::invalid, "question/oral_in_future",
            {"確認した日時は今より前にしてください。", "the moment of the confirmation must lie in the past"});
    }
    move_to(question, State::answered, who.now);
    question.answer = text;
    question.change.clear();
    question.answered_by_name = who.side == Side::city ? who.name : settled.with;
    question.answered_at = settled.at;
    Entry entry = entry_of(EntryKind::oral, who, std::move(text));
    entry.oral = std::move(settled);
    return Step{std::move(question), std::move(entry)};
}

std::optional<Step> settle(Question question, approval::State outcome, Instant now)
{
    if (question.state != State::awaiting)
        return std::nullopt;
    switch (outcome) {
    case approval::State::granted:
        move_to(question, State::resolved, now);
        break;
    case approval::State::refused:
        move_to(question, State::open, now);
        break;
    case approval::State::withdrawn:
        move_to(question, State::answered, now);
        break;
    case approval::State::asked:
    case approval::State::voided:
        return std::nullopt;
    }
    return Step{std::move(question)};
}

std::string approved_text(const Question& question)
{
    return question.answer + '\x1f' + question.change;
}

std::vector<Action> actions(const Question& question, const Actor& actor, bool oral_known)
{
    const ContractId& contract = question.contract_id;
    const bool asks = !actor.administrator && actor.may(Permission::ask_question, contract);
    const bool answers = !actor.administrator && actor.may(Permission::answer_question, contract);
    const bool alive = question.state != State::withdrawn;
    std::vector<Action> can;
    if (asks && alive)
        can.push_back(Action::ask);
    if (answers && alive && question.asked_by != actor.person)
        can.push_back(Action::answer);
    if (asks && question.state == State::answered)
        can.push_back(Action::accept);
    if (asks && is_open(question.state))
        can.push_back(Action::withdraw);
    if (actor.may(Permission::comment, contract))
        can.push_back(Action::comment);
    if (oral_known && (asks || answers) && (question.state == State::open || question.state == State::answered))
        can.push_back(Action::record_oral);
    return can;
}

}
