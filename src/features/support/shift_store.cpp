#include "features/support/shift_store.hpp"

#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/support/sql.hpp"
#include "platform/db/many.hpp"

#include <algorithm>

namespace hoshuban::support {
namespace {

Shift shift_from(const db::Row& row)
{
    return {.id = row.get<ShiftId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .from = row.get<Instant>("from_at"),
        .until = row.get<Instant>("until_at"),
        .person = row.get<std::string>("person"),
        .phone = row.get<std::string>("phone"),
        .rank = row.get<Rank>("rank"),
        .note = row.get<std::string>("note"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at"),
        .version = row.get<int>("version")};
}

audit::Facts shift_facts(const Shift& shift)
{
    audit::Facts facts{{"from", to_text(shift.from)}, {"until", to_text(shift.until)}, {"person", shift.person},
        {"phone", shift.phone}, {"rank", std::string{name_of(shift.rank)}}, {"note", shift.note}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

audit::Entry event_of(const audit::Cause& cause, const char* kind, const Shift& shift)
{
    return audit::entry(cause, shift.contract_id, kind, {"on_call_shift", shift.id.text});
}

Stretch time_of(std::span<const Shift> shifts)
{
    Stretch time{shifts.front().from, shifts.front().until};
    for (const Shift& each : shifts)
        time = {std::min(time.from, each.from), std::max(time.until, each.until)};
    return time;
}

}

std::vector<Shift> list_shifts(db::Reader& reader, const ContractId& contract, const Stretch& time)
{
    return reader
        .query(sql::list_shifts, contract, time.from - longest_shift - std::chrono::seconds{1}, time.from, time.until,
            most_shifts)
        .map(shift_from);
}

Result<Shift> get_shift(db::Reader& reader, const ContractId& contract, const ShiftId& id, int version)
{
    auto found = reader.query(sql::find_shift, contract, id).one_or_none(shift_from);
    if (!found)
        return fail(ErrorKind::not_found, "support/shift_not_found",
            {"当番が見つかりません。取り消されています。", "no such shift: it was taken off the plan"});
    if (found->version != version)
        return changed_meanwhile("support/changed", found->version);
    return *std::move(found);
}

Result<void> insert(db::Tx& tx, const audit::Cause& cause, std::span<const Shift> shifts)
{
    if (shifts.empty())
        return {};
    auto held = list_shifts(tx, shifts.front().contract_id, time_of(shifts));
    std::vector<std::vector<db::Param>> rows;
    std::vector<audit::Entry> events;
    for (const Shift& each : shifts) {
        TRY(check_alone(each, held));
        held.push_back(each);
        rows.push_back({each.contract_id, each.id, each.from, each.until, each.person, each.phone, name_of(each.rank),
            each.note, each.entered_by, each.entered_at});
        audit::put_change(events.emplace_back(event_of(cause, "on_call.planned", each)), {}, shift_facts(each));
    }
    db::insert_many(tx, sql::insert_shift, rows);
    audit::record_all(tx, events);
    return {};
}

Result<Shift> update(db::Tx& tx, const audit::Cause& cause, const Shift& before, Shift after)
{
    TRY(check_alone(after, list_shifts(tx, after.contract_id, {after.from, after.until})));
    tx.execute(sql::update_shift, after.contract_id, after.id, before.version, after.from, after.until, after.person,
        after.phone, after.rank, after.note);
    after.version = before.version + 1;
    audit::Entry entry = event_of(cause, "on_call.changed", after);
    audit::put_change(entry, shift_facts(before), shift_facts(after));
    audit::record(tx, entry);
    return after;
}

void remove(db::Tx& tx, const audit::Cause& cause, const Shift& shift, const std::string& reason)
{
    tx.execute(sql::delete_shift, shift.contract_id, shift.id, shift.version);
    audit::Entry entry = event_of(cause, "on_call.removed", shift);
    entry.reason = reason;
    audit::put_change(entry, shift_facts(shift), {});
    audit::record(tx, entry);
}

}
