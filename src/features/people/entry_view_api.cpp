#include "features/people/entry_view_api.hpp"

#include "features/people/announcement.hpp"
#include "features/people/assignment.hpp"
#include "features/people/privacy.hpp"

#include <algorithm>

namespace hoshuban::people {
namespace {

std::optional<LocalDay> last_training(const Worker& worker)
{
    std::optional<LocalDay> last;
    for (const Training& training : worker.trainings) {
        if (training.result == TrainingResult::completed)
            last = std::max(last.value_or(training.held_on), training.held_on);
    }
    return last;
}

// The facts that the change replaces: those of the day before, or of the changes before it on the same day.
std::optional<Entry> entry_before(const Worker& worker, const RosterChange& change)
{
    Worker earlier = worker;
    std::erase_if(earlier.changes, [&](const RosterChange& each) { return each.sequence >= change.sequence; });
    const RosterChange* found = in_force_on(earlier, change.takes_effect_on);
    return found == nullptr ? std::nullopt : std::optional{found->entry};
}

}

WorkerView view_of(const Worker& worker, const StaffTerms& rules, const Actor& actor, LocalDay day)
{
    WorkerView view{.id = worker.id,
        .presence = presence_on(worker, day),
        .from = {},
        .to = {},
        .entry = readable(shown_on(worker, day).entry, actor, worker),
        .person_id = worker.person,
        .pledged_on = worker.pledged_on,
        .trained_on = last_training(worker),
        .obstacle = {},
        .version = worker.version};
    if (const auto stay = stay_on(worker, day)) {
        view.from = stay->from;
        view.to = stay->to;
    }
    if (auto obstacle = obstacle_on(worker, rules, day))
        view.obstacle = std::move(obstacle->why);
    return view;
}

ChangeView view_of(const Worker& worker, const RosterChange& change, const Actor& actor, LocalDay today)
{
    ChangeView view{.id = change.id,
        .worker_id = worker.id,
        .kind = change.kind,
        .takes_effect_on = change.takes_effect_on,
        .entry = readable(change.entry, actor, worker),
        .before = entry_before(worker, change),
        .standing = change.standing,
        .needs_grant = change.needs_grant,
        .emergency = change.emergency,
        .reason = change.reason,
        .city_request = change.city_request,
        .reported_on = change.reported_on,
        .approval_number = change.approval_number,
        .announced_at = change.announced_at,
        .announced_by = change.announced_by_name,
        .settled_at = change.settled_at,
        .can_withdraw =
            actor.may(Permission::keep_roster, worker.contract_id) && !check_withdrawal(worker, change, today)};
    if (view.before)
        view.before = readable(*view.before, actor, worker);
    return view;
}

}
