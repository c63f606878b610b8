#include "features/support/gap_clock_store.hpp"

#include "core/calendar_day.hpp"
#include "features/due/due_store.hpp"
#include "features/support/shift_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::support {
namespace {

std::optional<due::Due> running(db::Reader& reader, const ContractId& contract)
{
    for (due::Due& each : due::open_of(reader, contract, {.subject = plan_subject()})) {
        if (each.terms.kind == gap_clock)
            return std::move(each);
    }
    return std::nullopt;
}

// A gap that has begun keeps its beginning for so long, and its clock with it.
constexpr std::chrono::days looked_back{14};

}

audit::Subject plan_subject()
{
    return {"on_call", "plan"};
}

std::vector<Gap> coming_gaps(
    db::Reader& reader, const contract::Profile& profile, const WorkingCalendar& calendar, Instant now)
{
    if (!needs_on_call(profile))
        return {};
    const Stretch time{std::max(now - looked_back, instant(LocalTime{profile.period.first})),
        std::min(now + watched_ahead, instant(LocalTime{profile.period.last + std::chrono::days{1}}))};
    if (time.until <= time.from)
        return {};
    auto found = gaps(calendar, list_shifts(reader, profile.id, time), time);
    std::erase_if(found, [&](const Gap& gap) { return gap.time.until <= now; });
    return found;
}

bool gap_clock_differs(db::Reader& reader, const ContractId& contract, std::span<const Gap> gaps)
{
    const auto clock = running(reader, contract);
    if (!clock || gaps.empty())
        return clock.has_value() != !gaps.empty();
    return clock->terms.due_at != gaps.front().time.from;
}

void settle_gap_clock(
    db::Tx& tx, const ContractId& contract, const WorkingCalendar& calendar, std::span<const Gap> gaps, Instant now)
{
    if (gaps.empty()) {
        due::stop(tx, contract, gap_clock, plan_subject(), now);
        return;
    }
    const Stretch& first = gaps.front().time;
    due::start(tx, contract, DueId{fmt::format("on_call.{}", to_text(first.from))},
        {.kind = gap_clock,
            .subject = plan_subject(),
            .number = "",
            .title = fmt::format(
                "{}から{}まで", time_text(local_time(first.from)).ja, time_text(local_time(first.until)).ja),
            .side = Side::contractor,
            .starts_at = std::min(now, first.from),
            .due_at = first.from},
        calendar);
}

}
