#pragma once
#include "features/question/question_api.hpp"

namespace hoshuban::question {

/// The acts on one question: ask again, answer, accept, withdraw, comment, record what was said.
void add_act_routes(http::Router&, const Rooms&);

}
