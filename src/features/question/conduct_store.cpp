#include "features/question/conduct_store.hpp"

#include "core/due_rule.hpp"
#include "core/fold.hpp"
#include "features/approval/approval_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/facts.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/contract/contract_store.hpp"
#include "features/contract/number_store.hpp"
#include "features/due/due_store.hpp"
#include "features/question/question_store.hpp"
#include "platform/crypto.hpp"
#include "platform/uuid.hpp"

#include <fmt/format.h>
#include <map>

namespace hoshuban::question {
namespace {

using Facts = std::map<std::string, std::string>;

constexpr std::string_view answer_clock = "question.answer";

audit::Subject subject_of(const Question& question)
{
    return {"question", question.id.text};
}

Facts facts_of(const Question& question)
{
    return {
        {"number", question.number},
        {"subject", std::string{name_of(question.subject)} + " " + question.subject_id},
        {"title", question.title},
        {"state", std::string{name_of(question.state)}},
        {"text", question.text},
        {"answer", question.answer},
        {"change", question.change},
        {"answered_by", question.answered_by_name},
        {"rounds", std::to_string(question.rounds)},
    };
}

void add_oral(Facts& facts, const std::optional<Entry>& entry)
{
    if (!entry || !entry->oral)
        return;
    facts["oral_at"] = to_text(entry->oral->at);
    facts["oral_with"] = entry->oral->with;
    facts["minor"] = entry->oral->minor ? "true" : "false";
}

audit::Entry event_of(
    const audit::Cause& cause, const Act& act, const Question& before, const Question& after, const Step& step)
{
    audit::Entry event = audit::entry(cause, after.contract_id, act.kind, subject_of(after));
    event.reason = act.reason;
    Facts was = facts_of(before);
    Facts is = facts_of(after);
    std::erase_if(is, [&](const auto& fact) { return was.at(fact.first) == fact.second; });
    std::erase_if(was, [&](const auto& fact) { return !is.contains(fact.first); });
    add_oral(is, step.entry);
    if (!was.empty())
        event.before = audit::facts_json(was);
    if (!is.empty())
        event.after = audit::facts_json(is);
    return event;
}

Result<void> start_clock(db::Tx& tx, const Terms& terms, const Question& question)
{
    const contract::QuestionRule& rule = terms.profile.questions;
    if (!rule.answer_within)
        return {};
    TRY_ASSIGN(
        const Due due, due_moment(*rule.answer_within, question.turn_since, terms.calendar, terms.profile.period));
    due::start(tx, question.contract_id, new_id<DueId>(terms.clock),
        {.kind = std::string{answer_clock},
            .subject = subject_of(question),
            .number = question.number,
            .title = question.title,
            .side = Side::city,
            .starts_at = question.turn_since,
            .due_at = due.at,
            .guide = rule.answer_basis == contract::Basis::assumption},
        terms.calendar);
    return {};
}

Result<void> move_clock(
    db::Tx& tx, const Terms& terms, const audit::Cause& cause, const Question& before, const Question& after)
{
    if (before.state == after.state)
        return {};
    if (after.state == State::open)
        return start_clock(tx, terms, after);
    if (before.state != State::open)
        return {};
    if (after.state == State::withdrawn)
        due::cancel(tx, after.contract_id, answer_clock, subject_of(after), cause.now());
    else
        due::stop(tx, after.contract_id, answer_clock, subject_of(after), cause.now());
    return {};
}

Result<approval::Application> application_for(const Terms& terms, const Question& question)
{
    const auto kinds = contract::approval_kinds(terms.profile, contract::ApprovalEffect::answer);
    if (kinds.empty()) {
        return fail(ErrorKind::conflict, "question/no_approval_kind",
            {"この契約には回答の承認の種類がありません。契約の設定を確かめてください。",
                "this contract has no kind of approval for answers: check its profile"});
    }
    approval::Application asked{.kind = kinds.front()->id,
        .title = truncate(fmt::format("{} {}", question.number, question.title), longest_title),
        .reason = truncate(question.change.empty() ? question.answer
                                                   : fmt::format("{}\n変更内容: {}", question.answer, question.change),
            longest_text),
        .subject = subject_of(question),
        .content_sha256 = crypto::sha256_hex(approved_text(question))};
    if (question.subject == SubjectKind::work_request)
        asked.request = WorkRequestId{question.subject_id};
    return asked;
}

// The contractor goes on as answered only with the approval that the contract wants.
Result<Question> apply_for(db::Tx& tx, const Terms& terms, const audit::Cause& cause, Question question)
{
    TRY_ASSIGN(const auto asked, application_for(terms, question));
    TRY_ASSIGN(const auto entered,
        approval::ask(tx, terms.profile, terms.calendar, cause, new_id<ApprovalId>(terms.clock), asked));
    auto step = settle(question, entered.state, cause.now());
    if (!step)
        return question;
    return carry_out(tx, terms, cause, {"question.approved"}, question, *std::move(step));
}

}

Who who_of(const audit::Cause& cause, const ContractId& contract)
{
    return {cause.actor().person, cause.actor().name, cause.actor().side(contract), cause.now()};
}

Result<void> check_party(const Actor& actor)
{
    if (!actor.administrator)
        return {};
    return fail(ErrorKind::forbidden, "question/administrator",
        {"管理者は質問・回答・確認をできません。管理者でない利用者が自分の名前で行います。",
            "an administrator asks, answers and accepts nothing: somebody who is none does so under their own name"});
}

Result<Question> open(db::Tx& tx, const Terms& terms, const audit::Cause& cause, Asking asking)
{
    TRY(check_party(cause.actor()));
    asking.contract = terms.profile.id;
    TRY_ASSIGN(Step step, ask(asking, who_of(cause, terms.profile.id)));
    TRY_ASSIGN(step.question.number, contract::numbered(tx, terms.profile, "question", day_of(cause.now())));
    const Question& question = step.question;
    insert(tx, question);
    step.entry->id = new_id<QuestionEntryId>(terms.clock);
    insert_entry(tx, question, *step.entry);
    TRY(start_clock(tx, terms, question));
    audit::Entry event = audit::entry(cause, question.contract_id, "question.asked", subject_of(question));
    Facts facts = facts_of(question);
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    event.after = audit::facts_json(facts);
    audit::record(tx, event);
    return std::move(step.question);
}

Result<Question> carry_out(
    db::Tx& tx, const Terms& terms, const audit::Cause& cause, const Act& act, const Question& before, Step step)
{
    if (step.voids) {
        approval::void_of(tx, cause, before.contract_id, subject_of(before),
            "質問か回答が変わりました。 / the question or its answer changed");
    }
    Question after = step.question;
    if (after != before) {
        TRY_ASSIGN(after, update(tx, std::move(after), cause.now()));
    }
    if (step.entry) {
        step.entry->id = new_id<QuestionEntryId>(terms.clock);
        insert_entry(tx, after, *step.entry);
    }
    TRY(move_clock(tx, terms, cause, before, after));
    audit::record(tx, event_of(cause, act, before, after, step));
    if (after.state == State::awaiting && before.state != State::awaiting)
        return apply_for(tx, terms, cause, std::move(after));
    return after;
}

Result<void> settled(db::Tx& tx, const audit::Cause& cause, const approval::Approval& approval,
    contract::ProfileCache& profiles, const Clock& clock)
{
    TRY_ASSIGN(
        const auto question, get(tx, work_request::whole(approval.contract_id), QuestionId{approval.asked.subject.id}));
    auto step = settle(question, approval.state, cause.now());
    if (!step || crypto::sha256_hex(approved_text(question)) != approval.asked.content_sha256)
        return {};
    TRY_ASSIGN(const auto profile, contract::profile(tx, profiles, approval.contract_id));
    TRY_ASSIGN(const auto calendar, calendar::working_calendar(tx, *profile));
    const std::string_view kind = approval.state == approval::State::granted ? "question.approved"
        : approval.state == approval::State::refused                         ? "question.approval_refused"
                                                                             : "question.approval_withdrawn";
    TRY(carry_out(tx, {*profile, *calendar, clock}, cause, {kind}, question, *std::move(step)));
    return {};
}

}
