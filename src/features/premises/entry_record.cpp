#include "features/premises/entry_record.hpp"

#include "core/changed.hpp"
#include "core/fold.hpp"
#include "core/typed_fields.hpp"
#include "features/premises/refusal.hpp"

#include <fmt/format.h>

namespace hoshuban::premises {
namespace {

Result<void> check_times(const RoomStay& stay, Instant now)
{
    if (stay.in_at > now)
        return refused_at("in_at", "premises/in_future", {"まだ来ていない時刻です。", "this time has not come yet"});
    if (!stay.out_at)
        return {};
    if (*stay.out_at < stay.in_at)
        return refused_at("out_at", "premises/out_before_in",
            {"退室が入室より前です。時刻を確かめてください。", "left before the entry: check the times"});
    if (*stay.out_at > now)
        return refused_at("out_at", "premises/in_future",
            {"まだ来ていない時刻です。中にいるあいだは空けておいてください。",
                "this time has not come yet: leave it empty while somebody is inside"});
    return {};
}

Result<void> check_days(const StayGround& ground, const RoomStay& stay)
{
    const LocalDay in = day_of(stay.in_at);
    TRY(check_in_period(ground.profile, in, "in_at"));
    TRY(check_site_open(ground.profile, ground.room.site, in, "in_at"));
    if (!ground.room.closed_on || in < *ground.room.closed_on)
        return {};
    return refused_at("room_id", "premises/room_closed",
        {fmt::format(
             "{}は{}から閉じています。部屋と日を確かめてください。", ground.room.name, to_text(*ground.room.closed_on)),
            fmt::format("{} is closed from {} on: check the room and the day", ground.room.name,
                to_text(*ground.room.closed_on))});
}

Instant to_the_minute(Instant at)
{
    return std::chrono::floor<std::chrono::minutes>(at);
}

// Takes the name and the affiliation of the day from the roster.
Result<void> name_worker(const people::Worker* worker, RoomStay& stay)
{
    if (worker == nullptr)
        return {};
    const people::RosterChange* change = people::in_force_on(*worker, day_of(stay.in_at));
    if (change == nullptr)
        return refused_at("worker_id", "premises/not_on_roster",
            {fmt::format("{}には名簿に載っていない人です。名簿を確かめるか、名前と所属を書いて記録してください。",
                 to_text(day_of(stay.in_at))),
                fmt::format("not on the roster on {}: check the roster, or write name and affiliation",
                    to_text(day_of(stay.in_at)))});
    stay.name = change->entry.name;
    stay.affiliation = change->entry.company;
    return {};
}

std::unexpected<Error> no_longer_there()
{
    return fail(ErrorKind::conflict, "premises/withdrawn",
        {"取り消された記録です。必要なら新しく記録してください。",
            "this record was withdrawn: make a new one when needed"});
}

}

Result<RoomStay> settled(const StayGround& ground, RoomStay stay)
{
    stay.in_at = to_the_minute(stay.in_at);
    if (stay.out_at)
        stay.out_at = to_the_minute(*stay.out_at);
    TRY(name_worker(ground.worker, stay));
    TRY(take_fields({{"name", stay.name, 200, true}, {"affiliation", stay.affiliation, 200, true},
        {"purpose", stay.purpose, 500, true}, {"attendant", stay.attendant, 200}}));
    TRY(check_times(stay, ground.now));
    TRY(check_days(ground, stay));
    return stay;
}

std::string person_key(const RoomStay& stay)
{
    return stay.worker ? stay.worker->text : fold(stay.name) + "|" + fold(stay.affiliation);
}

Result<EntryRecord> left(EntryRecord record, Instant out_at, Instant now)
{
    if (record.withdrawn)
        return no_longer_there();
    if (record.stay.out_at)
        return fail(ErrorKind::conflict, "premises/not_inside",
            {"退室はもう記録されています。違うときは訂正してください。",
                "that this person left is recorded already: correct it when it is wrong"});
    record.stay.out_at = to_the_minute(out_at);
    TRY(check_times(record.stay, now));
    return record;
}

Result<EntryRecord> corrected(EntryRecord record, RoomStay stay)
{
    if (record.withdrawn)
        return no_longer_there();
    if (stay == record.stay)
        return fail(ErrorKind::invalid, "premises/nothing_changed",
            {"どこも変わっていません。直すところを書き換えてください。", "nothing differs: change what is wrong"});
    record.stay = std::move(stay);
    return record;
}

Result<EntryRecord> withdrawn(EntryRecord record)
{
    if (record.withdrawn)
        return no_longer_there();
    record.withdrawn = true;
    return record;
}

Result<EntryRecord> seen(EntryRecord record, const Seen& seen)
{
    if (record.version != seen.version)
        return changed_meanwhile("premises/changed", record.version);
    if (record.withdrawn)
        return no_longer_there();
    if (!record.stay.out_at)
        return fail(ErrorKind::conflict, "premises/still_inside",
            {fmt::format("{}さんはまだ中にいます。退室が記録されてから確認してください。", record.stay.name),
                fmt::format("{} is still inside: confirm once the exit is recorded", record.stay.name)});
    record.seen = seen;
    return record;
}

}
