#include "features/work_request/view_api.hpp"

#include "features/work_request/opening.hpp"

#include <utility>

namespace hoshuban::work_request {
namespace {

std::optional<double> hours_of(const std::optional<Hours>& hours)
{
    return hours ? std::optional{hours->tenths / 10.0} : std::nullopt;
}

}

WorkRequestView view_of(WorkRequest request, const contract::Profile& profile, const Actor& actor)
{
    const bool out_of_scope = is_out_of_scope(profile, request);
    auto can = actions(request, actor);
    return {
        .id = std::move(request.id),
        .number = std::move(request.number),
        .entered_on = request.entered_on,
        .city_person = std::move(request.city_person),
        .division = std::move(request.division),
        .division_person = std::move(request.division_person),
        .contractor = std::move(request.contractor),
        .contractor_person = std::move(request.contractor_person),
        .status = request.status,
        .title = std::move(request.title),
        .body = std::move(request.body),
        .wish_on = request.wish_on,
        .received_on = request.received_on,
        .result = std::move(request.result),
        .procedure_followed = std::move(request.procedure_followed),
        .performed_on = request.performed_on,
        .performed_until = request.performed_until,
        .performed_by = std::move(request.performed_by),
        .contractor_confirmed_on = request.contractor_confirmed.on,
        .contractor_confirmed_by = std::move(request.contractor_confirmed.by),
        .contractor_confirmation = request.contractor_confirmed.kind,
        .city_confirmed_on = request.city_confirmed.on,
        .city_confirmed_by = std::move(request.city_confirmed.by),
        .city_confirmation = request.city_confirmed.kind,
        .planned_hours = hours_of(request.planned_hours),
        .actual_hours = hours_of(request.actual_hours),
        .work_types = std::move(request.work_types),
        .out_of_scope = out_of_scope,
        .site_id = std::move(request.site),
        .device_id = std::move(request.device),
        .start = request.start,
        .declined = std::move(request.declined),
        .version = request.version,
        .can = std::move(can),
    };
}

}
