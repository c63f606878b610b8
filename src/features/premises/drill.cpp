#include "features/premises/drill.hpp"

#include "core/changed.hpp"
#include "core/typed_fields.hpp"
#include "features/premises/refusal.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hoshuban::premises {
namespace {

Result<void> check_attendee(std::span<const people::Worker> workers, LocalDay on, Attendee& attendee, std::size_t place)
{
    const auto worker = std::ranges::find(workers, attendee.worker, &people::Worker::id);
    const people::RosterChange* change = worker == workers.end() ? nullptr : people::in_force_on(*worker, on);
    if (change == nullptr)
        return refused_at(fmt::format("attendees[{}].worker_id", place), "premises/not_on_roster",
            {fmt::format("{}には名簿に載っていない人です。外してください。", to_text(on)),
                fmt::format("not on the roster on {}: take this person off the list", to_text(on))});
    attendee.name = change->entry.name;
    attendee.affiliation = change->entry.company;
    if (attendee.attended)
        attendee.reason.clear();
    const std::string field = fmt::format("attendees[{}].reason", place);
    return take_fields({{field, attendee.reason, 500, !attendee.attended}});
}

Result<void> check_attendees(std::span<const people::Worker> workers, Drill& drill)
{
    std::set<WorkerId> named;
    for (std::size_t i = 0; i < drill.attendees.size(); ++i) {
        if (!named.insert(drill.attendees[i].worker).second)
            return refused_at(fmt::format("attendees[{}].worker_id", i), "premises/named_twice",
                {"同じ人が二度あります。一つにしてください。", "this person stands there twice: leave one line"});
        TRY(check_attendee(workers, drill.on, drill.attendees[i], i));
    }
    return {};
}

}

Text label(DrillKind kind)
{
    switch (kind) {
    case DrillKind::disaster:
        return {"防災訓練", "Disaster drill"};
    case DrillKind::evacuation:
        return {"避難訓練", "Evacuation drill"};
    case DrillKind::security:
        return {"防犯", "Security of the premises"};
    case DrillKind::other:
        break;
    }
    return {"その他の協力", "Other cooperation"};
}

Result<Drill> settled(
    const contract::Profile& profile, std::span<const people::Worker> workers, Drill drill, LocalDay today)
{
    TRY(take_fields({{"asked", drill.asked, 1000, true}, {"result", drill.result, 2000}}));
    TRY(check_in_period(profile, drill.on, "on"));
    TRY(check_site_open(profile, drill.site, drill.on, "site_id"));
    if (drill.on > today && !(drill.attendees.empty() && drill.result.empty()))
        return refused_at("on", "premises/drill_to_come",
            {"まだ来ていない日です。出欠と結果は、その日が来てから記入してください。",
                "this day has not come yet: enter attendance and result when it has"});
    TRY(check_attendees(workers, drill));
    return drill;
}

Result<Drill> seen(Drill drill, const Seen& seen, LocalDay today)
{
    if (drill.version != seen.version)
        return changed_meanwhile("premises/changed", drill.version);
    if (drill.on > today)
        return fail(ErrorKind::conflict, "premises/drill_to_come",
            {"まだ来ていない日の訓練です。その日が来てから確認してください。",
                "this drill is still to come: confirm it afterwards"});
    drill.seen = seen;
    return drill;
}

}
