#include "features/device/undo.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::device {

std::string RegisterAct::note() const
{
    if (kind == ActKind::bulk)
        return reason;
    return fmt::format("一覧の取込: {}{}{}", name, reason.empty() ? "" : "。", reason);
}

Result<void> check_undo(const RegisterAct& act, const Undoer& who)
{
    if (act.undone_at) {
        return fail(ErrorKind::conflict, "device/act_undone",
            {fmt::format("この変更は、{}がすでに取り消しています。", act.undone_by_name),
                fmt::format("{} has taken this change back already", act.undone_by_name)});
    }
    if (act.person != who.person && !who.responsible) {
        return fail(ErrorKind::forbidden, "device/not_your_act",
            {fmt::format("取り消せるのは、変更した人（{}）と業務責任者だけです。", act.person_name),
                fmt::format(
                    "only {}, who made the change, and the responsible person may take it back", act.person_name)});
    }
    if (day_of(act.done_at) != who.today) {
        return fail(ErrorKind::conflict, "device/act_of_another_day",
            {"取り消せるのは、変更した日のうちだけです。直すところを新しい変更として記録してください。",
                "a change can be taken back on its own day only: record what is to be corrected as a new change"});
    }
    return {};
}

Result<void> check_undo_kept(const RegisterAct& act, std::span<const StandingAt> now, const Undoer& who)
{
    return act.person == who.person ? Result<void>{} : check_kept(now, who.side);
}

bool belongs_to(const audit::Entry& entry, const RegisterAct& act)
{
    return (entry.at == act.done_at && entry.actor == act.person) ||
        (act.undone_at && entry.at == *act.undone_at && entry.actor == act.undone_by);
}

std::optional<WayBack> way_back(const Course& now, const Course& before)
{
    const auto [is, was] = std::ranges::mismatch(now, before);
    if (is == now.end() || was == before.end())
        return std::nullopt;
    const LocalDay day =
        is->from == was->from && is->spot == was->spot ? std::min(is->to, was->to) : std::max(is->from, was->from);
    const Placement* from = on(now, day);
    const Placement* to = on(before, day);
    if (from == nullptr || to == nullptr)
        return std::nullopt;
    return WayBack{day, from->spot, to->spot};
}

}
