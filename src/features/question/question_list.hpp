#pragma once
#include "features/question/question.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hoshuban::question {

/// How the list is ordered; every order ends in the id, so that it is total.
enum class ListOrder { asked_at, turn_since };

constexpr auto names_of(const ListOrder*)
{
    return std::to_array<Name<ListOrder>>({{ListOrder::asked_at, "asked_at"}, {ListOrder::turn_since, "turn_since"}});
}

/// Which questions, in which order. Empty members do not restrict.
struct ListFilter {
    std::vector<State> states = {};
    std::optional<Side> turn = {};
    std::optional<SubjectKind> subject = {};
    std::optional<WorkRequestId> request = {};
    std::optional<ProcedureId> procedure = {};
    std::optional<Instant> asked_before = {};
    std::vector<std::string> words = {}; ///< folded; each must occur somewhere in the question
    ListOrder order = ListOrder::asked_at;
    bool descending = false;
};

/// The states in which it is this side's turn; none for the neutral side.
std::vector<State> states_of_turn(Side);

}
