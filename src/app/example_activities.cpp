#include "app/example_activities.hpp"

#include "features/activity/activity_store.hpp"
#include "features/approval/approval_store.hpp"
#include "platform/uuid.hpp"

#include <algorithm>
#include <cmath>

namespace hoshuban {
namespace {

Instant hour_of(LocalDay day, int hour)
{
    return instant(LocalTime{day} + std::chrono::hours{hour});
}

Result<LocalDay> day_of_activity(const ActivityScene& scene, int open_days)
{
    TRY_ASSIGN(const auto answer, scene.calendar.add_open_days(scene.today, open_days));
    return answer.day;
}

/// The kinds of approval that these kinds of work want beforehand, each once.
std::vector<std::string> wanted_beforehand(const ActivityScene& scene)
{
    std::vector<std::string> kinds;
    for (const ExampleActivity& told : scene.activities) {
        const contract::WorkType* type = activity::find_logged_type(scene.profile, told.work_type);
        if (type && !type->approval.empty() && std::ranges::find(kinds, type->approval) == kinds.end())
            kinds.push_back(type->approval);
    }
    return kinds;
}

Result<void> approve_beforehand(db::Tx& tx, const ActivityScene& scene, LocalDay day)
{
    const audit::Cause asks{actor_of(scene.players, Role::responsible), hour_of(day, 9)};
    const audit::Cause decides{actor_of(scene.players, Role::city_section), hour_of(day, 13)};
    for (const std::string& kind : wanted_beforehand(scene)) {
        const approval::Application asked{.kind = kind,
            .title = "照会と調査の年間の実施",
            .reason = "障害の調査と開発元への照会を、月ごとに報告する前提でまとめて協議します。"};
        TRY_ASSIGN(const auto waiting,
            approval::ask(tx, scene.profile, scene.calendar, asks, new_id<ApprovalId>(scene.clock), asked));
        TRY(approval::decide(tx, scene.profile, scene.calendar, decides, waiting,
            {.verdict = approval::Verdict::grant, .conditions = "月ごとに件数と工数を報告すること。"}));
    }
    return {};
}

bool lies_in(const DayRange& period, LocalDay day)
{
    return period.first <= day && day <= period.last;
}

// What would lie before the contract, in its first weeks, is left out.
Result<void> log_one(db::Tx& tx, const ActivityScene& scene, const ExampleActivity& told)
{
    TRY_ASSIGN(const LocalDay day, day_of_activity(scene, told.done));
    if (!lies_in(scene.profile.period, day))
        return {};
    const Actor& worker = actor_of(scene.players, Role::worker);
    activity::Activity one{.id = new_id<activity::ActivityId>(scene.clock),
        .contract_id = scene.profile.id,
        .written = {.work_type = told.work_type,
            .title = told.title,
            .asked_by = told.asked_by,
            .what = told.what,
            .result = told.result,
            .done_on = day,
            .hours = {static_cast<int>(std::lround(told.hours * 10))},
            .performed_by = worker.name},
        .entered_by = worker.name,
        .entered_at = hour_of(day, 17)};
    TRY(activity::take(scene.profile, one.written, day));
    const audit::Cause cause{worker, one.entered_at};
    TRY(activity::log(tx, scene.profile, work_request::whole(scene.profile.id), cause, std::move(one)));
    return {};
}

}

Result<void> add_example_activities(db::Tx& tx, const ActivityScene& scene)
{
    if (scene.activities.empty())
        return {};
    const int first = std::ranges::min(scene.activities, {}, &ExampleActivity::done).done;
    TRY_ASSIGN(const LocalDay before, day_of_activity(scene, first - 2));
    TRY(approve_beforehand(tx, scene, before));
    for (const ExampleActivity& told : scene.activities)
        TRY(log_one(tx, scene, told));
    return {};
}

}
