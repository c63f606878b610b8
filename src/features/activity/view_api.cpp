#include "features/activity/view_api.hpp"

namespace hoshuban::activity {
namespace {

// A kind that left the contract's profile keeps its id.
Text label_of(const contract::Profile& profile, const std::string& id)
{
    const contract::WorkType* type = find_logged_type(profile, id);
    return type ? type->label : Text{id, id};
}

}

ActivityView view_of(const contract::Profile& profile, const Activity& activity, const Actor& actor)
{
    const Written& written = activity.written;
    const Cancellation cancelled = activity.cancelled.value_or(Cancellation{});
    return {.id = activity.id,
        .number = activity.number,
        .work_type = written.work_type,
        .work_type_label = label_of(profile, written.work_type),
        .title = written.title,
        .asked_by = written.asked_by,
        .what = written.what,
        .result = written.result,
        .done_on = written.done_on,
        .hours = written.hours.tenths / 10.0,
        .performed_by = written.performed_by,
        .request_id = written.request,
        .request_number = activity.request_number,
        .permission = activity.permission,
        .lacks_permission = lacks_permission(profile, activity),
        .entered_by = activity.entered_by,
        .entered_at = activity.entered_at,
        .cancelled_at = activity.cancelled ? std::optional{cancelled.at} : std::nullopt,
        .cancelled_by = cancelled.by,
        .cancelled_because = cancelled.reason,
        .may_keep = !activity.cancelled && actor.may(Permission::keep_activity, activity.contract_id),
        .version = activity.version};
}

TotalView view_of(const contract::Profile& profile, const Total& total)
{
    return {total.work_type, label_of(profile, total.work_type), total.activities, total.hours.tenths / 10.0};
}

std::vector<WorkTypeChoice> choices(const contract::Profile& profile)
{
    std::vector<WorkTypeChoice> found;
    for (const contract::WorkType* type : work_types(profile))
        found.push_back({type->id, type->label, type->clause});
    return found;
}

}
