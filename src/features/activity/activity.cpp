#include "features/activity/activity.hpp"

#include "core/typed_fields.hpp"

#include <algorithm>

namespace hoshuban::activity {
namespace {

constexpr int most_hours_tenths = 9'999;

void add(std::vector<FieldError>& problems, std::string path, std::string code, Text text)
{
    problems.push_back({std::move(path), std::move(code), std::move(text)});
}

std::unexpected<Error> struck_out()
{
    return fail(ErrorKind::conflict, "activity/cancelled",
        {"取り消された記録です。新しい記録を書いてください。", "this record was struck out: write a new one"});
}

}

std::vector<const contract::WorkType*> work_types(const contract::Profile& profile)
{
    std::vector<const contract::WorkType*> found;
    for (const contract::WorkType& type : profile.work_types) {
        if (!type.on_equipment)
            found.push_back(&type);
    }
    return found;
}

const contract::WorkType* find_logged_type(const contract::Profile& profile, std::string_view id)
{
    const auto types = work_types(profile);
    const auto found = std::ranges::find_if(types, [&](const contract::WorkType* type) { return type->id == id; });
    return found == types.end() ? nullptr : *found;
}

Result<void> take(const contract::Profile& profile, Written& written, LocalDay today)
{
    if (work_types(profile).empty())
        return fail(ErrorKind::conflict, "activity/none_here",
            {"この契約には、作業依頼の外で記録する作業の種類がありません。作業依頼に記録してください。",
                "this contract knows no work outside of work requests: record it in a work request"});
    TRY(take_fields(
        {{"title", written.title, 200, true}, {"asked_by", written.asked_by, 200}, {"what", written.what, 5000, true},
            {"result", written.result, 5000}, {"performed_by", written.performed_by, 200, true}}));
    std::vector<FieldError> problems;
    if (!find_logged_type(profile, written.work_type))
        add(problems, "work_type", "activity/work_type",
            {"機器に触れない作業の種類を選んでください。機器の作業は作業依頼に記録します。",
                "choose a kind of work that is not on equipment; work on equipment belongs into a work request"});
    if (written.done_on > today)
        add(problems, "done_on", "activity/in_future", {"まだ来ていない日です。", "this day has not come yet"});
    else if (written.done_on < profile.period.first || written.done_on > profile.period.last)
        add(problems, "done_on", "activity/outside_period",
            {"契約の履行期間の日にしてください。", "choose a day within the period of the contract"});
    if (written.hours.tenths < 1 || written.hours.tenths > most_hours_tenths)
        add(problems, "hours", "activity/hours",
            {"工数は0.1から999.9時間までで書いてください。", "write an effort of 0.1 to 999.9 hours"});
    if (problems.empty())
        return {};
    const FieldError first = problems.front();
    return fail(ErrorKind::invalid, first.code, first.text, std::move(problems));
}

Result<Activity> corrected(Activity activity, Written written)
{
    if (activity.cancelled)
        return struck_out();
    activity.written = std::move(written);
    return activity;
}

Result<Activity> cancelled(Activity activity, Cancellation cancellation)
{
    if (activity.cancelled)
        return struck_out();
    TRY(take_fields({{"reason", cancellation.reason, 1000, true}}));
    activity.cancelled = std::move(cancellation);
    return activity;
}

bool lacks_permission(const contract::Profile& profile, const Activity& activity)
{
    const contract::WorkType* type = find_logged_type(profile, activity.written.work_type);
    return type && !type->approval.empty() && activity.permission.empty();
}

}
