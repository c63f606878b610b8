#include "features/question/cell.hpp"

#include <fmt/format.h>

namespace hoshuban::question {
namespace {

std::string subject_text(const Question& question)
{
    switch (question.subject) {
    case SubjectKind::work_request:
        return question.subject_label;
    case SubjectKind::procedure:
        return fmt::format("手順書 {}", question.subject_label.empty() ? question.subject_id : question.subject_label);
    case SubjectKind::contract:
        break;
    }
    return std::string{whole_contract};
}

std::string day_text(const std::optional<Instant>& at)
{
    return at ? to_text(day_of(*at)) : std::string{};
}

}

std::string canonical(const Question& question, Column column)
{
    switch (column) {
    case Column::number:
        return question.number;
    case Column::asked_on:
        return day_text(question.asked_at);
    case Column::asked_by:
        return question.asked_by_name;
    case Column::subject:
        return subject_text(question);
    case Column::title:
        return question.title;
    case Column::text:
        return question.text;
    case Column::answered_on:
        return day_text(question.answered_at);
    case Column::answered_by:
        return question.answered_by_name;
    case Column::answer:
        return question.answer;
    case Column::change:
        return question.change;
    case Column::state:
        return std::string{name_of(question.state)};
    case Column::age:
        break;
    }
    return {};
}

}
