#include "features/question/view_api.hpp"

#include "core/due_rule.hpp"
#include "features/approval/approval_store.hpp"
#include "features/question/age.hpp"
#include "features/question/oral.hpp"
#include "features/question/question_store.hpp"

namespace hoshuban::question {
namespace {

std::optional<Instant> due_of(const Question& question, const Sight& sight)
{
    const auto& rule = sight.profile.questions.answer_within;
    if (question.state != State::open || !rule)
        return std::nullopt;
    const auto due = due_moment(*rule, question.turn_since, sight.calendar, sight.profile.period);
    return due ? std::optional{due->at} : std::nullopt;
}

QuestionEntryView view_of(Entry entry)
{
    QuestionEntryView view{.id = std::move(entry.id),
        .kind = entry.kind,
        .side = entry.side,
        .person = std::move(entry.person_name),
        .at = entry.at,
        .text = std::move(entry.text),
        .change = std::move(entry.change),
        .oral_at = {},
        .oral_with = {}};
    if (entry.oral) {
        view.oral_at = entry.oral->at;
        view.oral_with = std::move(entry.oral->with);
        view.minor = entry.oral->minor;
    }
    return view;
}

}

QuestionView view_of(const Question& question, const Sight& sight)
{
    return {.id = question.id,
        .number = question.number,
        .subject_kind = question.subject,
        .subject_id = question.subject_id,
        .subject_label = question.subject_label,
        .title = question.title,
        .state = question.state,
        .state_label = label(question.state),
        .turn = turn(question.state),
        .text = question.text,
        .answer = question.answer,
        .change = question.change,
        .asked_by = question.asked_by_name,
        .asked_at = question.asked_at,
        .answered_by = question.answered_by_name,
        .answered_at = question.answered_at,
        .closed_at = question.closed_at,
        .turn_since = question.turn_since,
        .age_days = open_days_passed(sight.calendar, question.asked_at, question.closed_at.value_or(sight.now)),
        .waiting_days = is_open(question.state) ? open_days_passed(sight.calendar, question.turn_since, sight.now) : 0,
        .due_at = due_of(question, sight),
        .due_is_guide = sight.profile.questions.answer_basis == contract::Basis::assumption,
        .rounds = question.rounds,
        .version = question.version,
        .can = actions(question, sight.actor, knows_oral(sight.profile))};
}

QuestionDetail detail_of(db::Reader& reader, const Question& question, const Sight& sight)
{
    const contract::QuestionRule& rule = sight.profile.questions;
    QuestionDetail detail{.question = view_of(question, sight),
        .entries = {},
        .approvals = {},
        .answer_approved = rule.answer_approved,
        .blocks_start = rule.blocks_start,
        .oral_only_minor = rule.oral_if_minor,
        .clause = rule.clause};
    for (Entry& entry : entries_of(reader, question.contract_id, question.id))
        detail.entries.push_back(view_of(std::move(entry)));
    for (auto& each : approval::of_subject(reader, question.contract_id, {"question", question.id.text})) {
        detail.approvals.push_back({std::move(each.id), std::move(each.number), each.state, each.asked_at,
            each.settled_at, std::move(each.conditions), std::move(each.asked.content_sha256)});
    }
    return detail;
}

}
