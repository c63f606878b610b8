#include "features/premises/controlled_room.hpp"

#include "core/typed_fields.hpp"
#include "features/contract/site_fact.hpp"
#include "features/premises/refusal.hpp"

#include <fmt/format.h>

namespace hoshuban::premises {

Result<ControlledRoom> settled(const contract::Profile& profile, ControlledRoom room, LocalDay today)
{
    TRY(take_fields(
        {{"name", room.name, 100, true}, {"floor", room.floor, 60}, {"procedure", room.procedure, 2000, true}}));
    TRY(check_site_open(profile, room.site, today, "site_id"));
    return room;
}

Result<ControlledRoom> closed(ControlledRoom room, const RoomUse& use, LocalDay on, LocalDay today)
{
    if (room.closed_on)
        return fail(ErrorKind::conflict, "premises/already_closed",
            {"この管理区域はもう閉じています。画面を開き直してください。",
                "this room is closed already: open the page again"});
    if (on > today)
        return refused_at("on", "premises/in_future", {"まだ来ていない日です。", "this day has not come yet"});
    if (use.inside > 0)
        return fail(ErrorKind::conflict, "premises/somebody_inside",
            {fmt::format("まだ中にいる人が{}人います。退室を記録してから閉じてください。", use.inside),
                fmt::format("{} still inside: record that they left first", use.inside)});
    if (use.last_in && day_of(*use.last_in) >= on)
        return refused_at("on", "premises/entered_later",
            {fmt::format("{}に入室の記録があります。それより後の日を入れてください。", to_text(day_of(*use.last_in))),
                fmt::format("it was entered on {}: give a later day", to_text(day_of(*use.last_in)))});
    room.closed_on = on;
    return room;
}

Result<ControlledRoom> reopened(ControlledRoom room)
{
    if (!room.closed_on)
        return fail(ErrorKind::conflict, "premises/not_closed",
            {"この管理区域は閉じていません。画面を開き直してください。",
                "this room is not closed: open the page again"});
    room.closed_on.reset();
    return room;
}

}
