#include "features/people/assignment.hpp"

#include "features/people/spoken.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::people {
namespace {

bool trained_on(const Worker& worker, LocalDay day)
{
    return std::ranges::any_of(worker.trainings, [&](const Training& training) {
        return training.result == TrainingResult::completed && training.held_on <= day;
    });
}

Obstacle absent(const Worker& worker, LocalDay day)
{
    const std::string& name = shown_on(worker, day).entry.name;
    const auto stay = stay_on(worker, day);
    switch (presence_on(worker, day)) {
    case Presence::announced:
        return {"people/not_yet_in_force",
            {fmt::format("{}さんは、届出では{}から従事者です。{}にはまだ割り当てられません。", name, spoken(stay->from),
                 spoken(day)),
                fmt::format("{} joins on {} as announced and cannot be assigned on {} yet", name, to_text(stay->from),
                    to_text(day))}};
    case Presence::waiting:
        return {"people/waiting_for_city",
            {fmt::format("{}さんの登録は、市の承認を待っています。承認されるまで割り当てられません。", name),
                fmt::format("the entry of {} waits for the city's consent: until then no assignment", name)}};
    case Presence::left:
        return {"people/left",
            {fmt::format("{}さんは{}に名簿から外れました。{}には割り当てられません。", name,
                 spoken(stay->to.value_or(day)), spoken(day)),
                fmt::format("{} left the roster on {} and cannot be assigned on {}", name,
                    to_text(stay->to.value_or(day)), to_text(day))}};
    default:
        return {"people/not_registered",
            {fmt::format("{}さんは名簿に載っていません。先に登録を届け出てください。", name),
                fmt::format("{} is not on the roster: announce the entry first", name)}};
    }
}

std::optional<Obstacle> unready(const Worker& worker, const StaffTerms& rules, LocalDay day, const std::string& name)
{
    if (rules.pledge && (!worker.pledged_on || *worker.pledged_on > day)) {
        return Obstacle{"people/no_pledge",
            {fmt::format(
                 "{}さんの誓約書が{}までにありません。誓約書を登録してから割り当ててください。", name, spoken(day)),
                fmt::format("there is no pledge of {} by {}: record it first", name, to_text(day))}};
    }
    if (rules.training && !trained_on(worker, day)) {
        return Obstacle{"people/no_training",
            {fmt::format("{}さんが{}までに終えた教育の記録がありません。教育を記録してから割り当ててください。", name,
                 spoken(day)),
                fmt::format("no completed training of {} by {} is recorded: record it first", name, to_text(day))}};
    }
    return std::nullopt;
}

std::optional<Obstacle> bare_obstacle(const Worker& worker, const StaffTerms& rules, LocalDay day)
{
    const RosterChange* now = in_force_on(worker, day);
    return now == nullptr ? absent(worker, day) : unready(worker, rules, day, now->entry.name);
}

// Only on these days can an obstacle end.
std::set<LocalDay> turning_days(const Worker& worker, LocalDay after)
{
    std::set<LocalDay> days;
    for (const RosterChange& change : worker.changes)
        days.insert(change.takes_effect_on);
    for (const Training& training : worker.trainings)
        days.insert(training.held_on);
    if (worker.pledged_on)
        days.insert(*worker.pledged_on);
    days.erase(days.begin(), days.upper_bound(after));
    return days;
}

Text with_way_out(Text why, const std::optional<LocalDay>& from)
{
    if (!from)
        return why;
    return {why.ja + fmt::format("割り当てられるのは{}からです。", spoken(*from)),
        why.en + fmt::format("; possible from {}", to_text(*from))};
}

}

std::optional<Obstacle> obstacle_on(const Worker& worker, const StaffTerms& rules, LocalDay day)
{
    auto found = bare_obstacle(worker, rules, day);
    if (!found)
        return found;
    for (const LocalDay turning : turning_days(worker, day)) {
        if (!bare_obstacle(worker, rules, turning)) {
            found->possible_from = turning;
            break;
        }
    }
    found->why = with_way_out(std::move(found->why), found->possible_from);
    return found;
}

Result<void> check_assignable(const Worker& worker, const StaffTerms& rules, const DayRange& days)
{
    if (days.last < days.first) {
        return fail(ErrorKind::invalid, "people/days_backwards",
            {"終わりの日が始まりの日より前です。", "the last day lies before the first"},
            {{"last_day", "people/days_backwards",
                {"始まりの日以降の日を書いてください。", "write a day not before the first"}}});
    }
    if (days.last - days.first >= std::chrono::days{most_assigned_days}) {
        return fail(ErrorKind::invalid, "people/too_many_days",
            {fmt::format("一度に割り当てられるのは{}日までです。", most_assigned_days),
                fmt::format("an assignment lasts {} days at most", most_assigned_days)});
    }
    for (LocalDay day = days.first; day <= days.last; day += std::chrono::days{1}) {
        if (auto obstacle = obstacle_on(worker, rules, day))
            return fail(ErrorKind::conflict, std::move(obstacle->code), std::move(obstacle->why));
    }
    return {};
}

Result<void> check_once(const std::vector<Assignment>& present, const Assignment& wanted)
{
    const bool twice = std::ranges::any_of(present, [&](const Assignment& each) {
        return each.worker == wanted.worker && each.days.first <= wanted.days.last &&
            wanted.days.first <= each.days.last;
    });
    if (!twice)
        return {};
    return fail(ErrorKind::conflict, "people/assigned_already",
        {"その日にはすでにこの依頼に割り当てられています。", "already assigned to this request on these days"});
}

}
