#include "features/approval/approver.hpp"

#include <fmt/format.h>

namespace hoshuban::approval {
namespace {

std::string span_of(const Deputy& deputy)
{
    const LocalDay last = deputy.to - std::chrono::days{1};
    return fmt::format("{}～{}", to_text(deputy.from), to_text(last));
}

std::unexpected<Error> refused(const std::vector<std::string>& named, const std::vector<const Deputy*>& other_times)
{
    if (!other_times.empty()) {
        const Deputy& deputy = *other_times.front();
        return fail(ErrorKind::forbidden, "approval/deputy_outside_period",
            {fmt::format(
                 "{}さんの代理の期間（{}）ではありません。期間を確かめてください。", deputy.name, span_of(deputy)),
                fmt::format("you are the deputy of {} at another time ({})", deputy.name, span_of(deputy))});
    }
    return fail(ErrorKind::forbidden, "approval/not_named",
        {fmt::format("この段は{}が判断します。代理の登録を確かめてください。", fmt::join(named, "・")),
            fmt::format("this step is decided by {}", fmt::join(named, ", "))});
}

}

Result<std::vector<Seat>> seats_of(
    const Panel& panel, const std::string& kind, int step, Side side, const Actor& actor, LocalDay today)
{
    std::vector<Seat> seats;
    std::vector<std::string> named;
    std::vector<const Deputy*> other_times;
    for (const Approver& approver : panel.approvers) {
        if (approver.kind != kind || approver.step != step || approver.side != side)
            continue;
        named.push_back(approver.name);
        if (approver.person == actor.person)
            seats.insert(seats.begin(), {approver.person, approver.name});
        for (const Deputy& deputy : panel.deputies) {
            if (deputy.side != side || deputy.person != approver.person || deputy.deputy != actor.person)
                continue;
            if (deputy.from <= today && today < deputy.to)
                seats.push_back({approver.person, approver.name});
            else
                other_times.push_back(&deputy);
        }
    }
    if (named.empty())
        seats.push_back({actor.person, actor.name});
    if (seats.empty())
        return refused(named, other_times);
    return seats;
}

Result<void> check(const Deputy& deputy)
{
    if (deputy.person == deputy.deputy)
        return fail(ErrorKind::invalid, "approval/deputy_of_oneself",
            {"自分自身を代理にはできません。", "nobody is his own deputy"});
    if (deputy.to <= deputy.from)
        return fail(ErrorKind::invalid, "approval/deputy_period",
            {"代理の最後の日を、最初の日以後にしてください。", "the period must hold at least one day"});
    return {};
}

}
