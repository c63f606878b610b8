#include "features/support/view_api.hpp"

#include <algorithm>

namespace hoshuban::support {
namespace {

Text class_label(const contract::Profile& profile, const std::string& id)
{
    const auto found = std::ranges::find(profile.device_classes, id, &contract::DeviceClass::id);
    return found == profile.device_classes.end() ? Text{id, id} : found->label;
}

DraftRowView draft_row_view(const DraftRow& row)
{
    const Shift& shift = row.shift;
    const auto told = [](Instant at) { return at == Instant{} ? std::nullopt : std::optional{at}; };
    return {.line = row.line,
        .from = told(shift.from),
        .until = told(shift.until),
        .person = shift.person,
        .phone = shift.phone,
        .rank = shift.rank,
        .note = shift.note,
        .problem = row.problem ? std::optional{row.problem->text} : std::nullopt};
}

}

WindowAnswerView view_of(const contract::Profile& profile, const AnsweredWindow& answered)
{
    const auto& [window, answer] = answered;
    WindowAnswerView view{.id = window->id,
        .label = window->label,
        .severity = window->severity,
        .response = window->response,
        .promise = answer.promise,
        .running = answer.running,
        .opens_at = answer.opens_at,
        .due = answer.due,
        .guide = answer.guide,
        .forecast = answer.forecast,
        .basis = window->basis,
        .clause = window->clause};
    for (const std::string& id : window->device_classes)
        view.classes.push_back(class_label(profile, id));
    for (const Step& step : answer.explanation)
        view.explanation.push_back({step.kind, step.text});
    return view;
}

DraftView view_of(const std::vector<DraftRow>& rows)
{
    DraftView view;
    for (const DraftRow& row : rows) {
        view.rows.push_back(draft_row_view(row));
        view.problems += row.problem ? 1 : 0;
    }
    return view;
}

}
