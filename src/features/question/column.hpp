#pragma once
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/role.hpp"

namespace hoshuban::question {

/// The columns of the list of questions (質問一覧) as a file.
enum class Column {
    number,
    asked_on,
    asked_by,
    subject,
    title,
    text,
    answered_on,
    answered_by,
    answer,
    change,
    state,
    age,
};

constexpr auto names_of(const Column*)
{
    return std::to_array<Name<Column>>({
        {Column::number, "number"},
        {Column::asked_on, "asked_on"},
        {Column::asked_by, "asked_by"},
        {Column::subject, "subject"},
        {Column::title, "title"},
        {Column::text, "text"},
        {Column::answered_on, "answered_on"},
        {Column::answered_by, "answered_by"},
        {Column::answer, "answer"},
        {Column::change, "change"},
        {Column::state, "state"},
        {Column::age, "age"},
    });
}

Text label(Column);
/// The side that writes a column of a question that is already asked; neutral for what the program keeps.
Side owner_of(Column);

}
