#pragma once
#include "features/question/column.hpp"
#include "features/question/question.hpp"

#include <string>

namespace hoshuban::question {

/// How the list names what a question is about that concerns the whole contract.
inline constexpr std::string_view whole_contract = "契約全般";

/// What a cell of the list states, as imports compare it: ISO days, the state's name, texts as they are stored. The age
/// is no fact of the question and is empty.
std::string canonical(const Question&, Column);

}
