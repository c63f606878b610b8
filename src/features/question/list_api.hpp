#pragma once
#include "core/calendar.hpp"
#include "features/question/question_api.hpp"
#include "features/question/question_list.hpp"

namespace hoshuban::question {

/// What a list of questions is restricted to, as the page and the export ask for it.
struct FilterQuery {
    std::vector<State> state;
    std::optional<Side> turn;
    std::optional<SubjectKind> subject;
    std::optional<WorkRequestId> request;
    std::optional<ProcedureId> procedure;
    std::optional<int> age;
    std::optional<std::string> q;
    std::optional<std::string> sort;
};

/// The filter that a query asks for; refuses unknown orders and a turn that nobody has.
Result<ListFilter> filter_of(const FilterQuery&, const WorkingCalendar&, Instant now);

void add_list_routes(http::Router&, const Rooms&);

}
