#include "features/gate/duty_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/due/due_store.hpp"
#include "features/gate/facts_store.hpp"
#include "features/gate/start_store.hpp"
#include "features/work_request/work_request_store.hpp"

#include <algorithm>

namespace hoshuban::gate {
namespace {

audit::Subject duty_subject(const StartRecord& start)
{
    if (start.request)
        return {"work_request", start.request->text};
    return {"work_start", start.id.text};
}

// One clock a duty: its id is that of the start and the gate, so that starting it twice is starting it once.
DueId clock_id(const StartRecord& start, std::string_view gate)
{
    return {start.id.text + "-" + std::string{gate}};
}

void start_clock(db::Tx& tx, const WorkingCalendar& calendar, const StartRecord& start, const Duty& duty,
    std::string_view number, Instant from)
{
    const due::NewDue terms{.kind = clock_of(duty.gate),
        .subject = duty_subject(start),
        .number = std::string{number},
        .title = start.title,
        .side = side_of_duty(duty.gate),
        .starts_at = from,
        .due_at = duty.due_at};
    due::start(tx, start.contract_id, clock_id(start, duty.gate), terms, calendar);
}

std::vector<Gate> shut_now(
    db::Reader& reader, const contract::Profile& profile, const WorkingCalendar& calendar, const StartRecord& start)
{
    if (!start.request)
        return {};
    const auto request = work_request::find(reader, work_request::whole(start.contract_id), *start.request);
    if (!request)
        return {};
    return shut(gates(know(reader, profile, calendar, *request, start.started_at, Sight::afterwards).facts));
}

}

void owe(db::Tx& tx, const WorkingCalendar& calendar, const StartRecord& start, const std::vector<Duty>& duties,
    std::string_view number)
{
    for (const Duty& each : duties) {
        insert(tx, start.contract_id, each);
        start_clock(tx, calendar, start, each, number, start.recorded_at);
    }
}

std::vector<Duty> unmet(db::Reader& reader, const contract::Profile& profile, const WorkingCalendar& calendar,
    const StartRecord& start, const std::vector<Duty>& duties)
{
    std::vector<Duty> left;
    const auto waiting = shut_now(reader, profile, calendar, start);
    for (const Duty& each : duties) {
        if (each.closed_at)
            continue;
        bool met = false;
        if (each.gate == instruction_duty)
            met = start.confirmation == approval::State::granted;
        else if (each.gate == request_duty)
            met = start.request.has_value();
        else if (start.request)
            met = std::ranges::none_of(waiting, [&](const Gate& gate) { return name_of(gate.kind) == each.gate; });
        if (!met)
            left.push_back(each);
    }
    return left;
}

int settle(db::Tx& tx, const contract::Profile& profile, const WorkingCalendar& calendar, const audit::Cause& cause,
    const StartRecord& start)
{
    const auto all = duties(tx, start.contract_id, start.id);
    const auto left = unmet(tx, profile, calendar, start, all);
    int closed = 0;
    for (const Duty& each : all) {
        if (each.closed_at || std::ranges::find(left, each) != left.end())
            continue;
        if (!close(tx, start.contract_id, each, cause.now()))
            continue;
        due::stop(tx, start.contract_id, clock_of(each.gate), duty_subject(start), cause.now());
        audit::Entry entry = audit::entry(cause, start.contract_id, "gate.duty_met", duty_subject(start));
        entry.reason = duty_label(each.gate).ja + " / " + duty_label(each.gate).en;
        audit::record(tx, entry);
        ++closed;
    }
    return closed;
}

void move_clocks(db::Tx& tx, const WorkingCalendar& calendar, const StartRecord& before, const StartRecord& after,
    std::string_view number, Instant now)
{
    for (const Duty& each : duties(tx, before.contract_id, before.id)) {
        if (each.closed_at)
            continue;
        due::cancel(tx, before.contract_id, clock_of(each.gate), duty_subject(before), now);
        StartRecord moved = after;
        moved.id = {after.id.text + "-r"}; // a clock that was stopped keeps its id
        start_clock(tx, calendar, moved, each, number, before.recorded_at);
    }
}

}
