#include "features/gate/gate_view_api.hpp"

namespace hoshuban::gate {

BegunView view_of(const work_request::WorkRequest& request)
{
    return {request.id, request.number, request.status, request.start, request.version};
}

GateView view_of(const Gate& gate)
{
    return {gate.kind, label(gate.kind), gate.state, gate.text, gate.opens, gate.who, gate.link.kind, gate.link.id};
}

StartView view_of(const StartRecord& start, const std::vector<Duty>& duties)
{
    StartView view{.id = start.id,
        .request_id = start.request,
        .kind = start.kind,
        .title = start.title,
        .site_id = start.site,
        .started_at = start.started_at,
        .started_name = start.started_name,
        .recorded_at = start.recorded_at,
        .procedure = start.procedure_text,
        .window_id = start.window,
        .instructed_by = start.instruction.by,
        .instructed_at = start.instruction.at,
        .instructed_how = start.instruction.how,
        .instruction = start.instruction.text,
        .approval_id = start.approval,
        .confirmation = start.confirmation,
        .opinion = start.opinion,
        .retroactive = start.retroactive,
        .duties = {}};
    for (const Duty& each : duties) {
        if (each.start == start.id)
            view.duties.push_back(
                {each.gate, duty_label(each.gate), side_of_duty(each.gate), each.due_at, each.closed_at});
    }
    return view;
}

}
