#include "features/question/question_list.hpp"

namespace hoshuban::question {

std::vector<State> states_of_turn(Side side)
{
    std::vector<State> states;
    for (const auto& [state, name] : names_of(static_cast<const State*>(nullptr))) {
        if (side != Side::neutral && turn(state) == side)
            states.push_back(state);
    }
    return states;
}

}
