#include "features/desk/directory_store.hpp"

#include "core/changed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/calendar/calendar_store.hpp"
#include "features/desk/sql.hpp"

#include <fmt/format.h>

namespace hoshuban::desk {
namespace {

// More than a contract has of either in all its years.
constexpr int most_days_read = 20'000;
constexpr int most_vendors = 1'000;

Vendor vendor_from(const db::Row& row)
{
    return {.id = row.get<VendorId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .role = row.get<std::string>("role"),
        .role_name = row.get<std::string>("role_name"),
        .name = row.get<std::string>("name"),
        .contact = row.get<std::string>("contact"),
        .hours = row.get<std::string>("hours"),
        .duties = row.get<std::string>("duties"),
        .remarks = row.get<std::string>("remarks"),
        .from = row.get<LocalDay>("from_on"),
        .until = row.get<std::optional<LocalDay>>("until_on"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at"),
        .version = row.get<int>("version")};
}

audit::Facts vendor_facts(const Vendor& vendor)
{
    audit::Facts facts{{"role", vendor.role}, {"role_name", vendor.role_name}, {"name", vendor.name},
        {"contact", vendor.contact}, {"hours", vendor.hours}, {"duties", vendor.duties}, {"remarks", vendor.remarks},
        {"from", to_text(vendor.from)}, {"until", vendor.until ? to_text(*vendor.until) : ""}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

audit::Facts mark_facts(const DeskMark& mark)
{
    return {{"maintained", mark.maintained ? "yes" : "no"}, {"note", mark.note}};
}

audit::Entry desk_event(
    const audit::Cause& cause, const ContractId& contract, const char* kind, const contract::MakerDesk& desk)
{
    return audit::entry(cause, contract, kind, {"desk", desk.id});
}

Result<std::shared_ptr<const WorkingCalendar>> kept(
    db::Reader& reader, const ContractId& contract, const std::string& name, std::optional<CalendarTerms> terms)
{
    if (!terms)
        return nullptr;
    return calendar::kept_calendar(reader, contract, name, *std::move(terms));
}

}

DeskMark Entered::mark_of(const std::string& desk) const
{
    const auto found = marks.find(desk);
    return found == marks.end() ? DeskMark{} : found->second;
}

std::span<const DayOff> Entered::days_off_of(const std::string& desk) const
{
    const auto found = days_off.find(desk);
    return found == days_off.end() ? std::span<const DayOff>{} : std::span<const DayOff>{found->second};
}

Entered entered(db::Reader& reader, const ContractId& contract)
{
    Entered all;
    reader.query(sql::list_marks, contract).for_each([&](const db::Row& row) {
        all.marks[row.get<std::string>("desk")] = {
            row.get<bool>("maintained"), row.get<std::string>("note"), row.get<int>("version")};
    });
    reader.query(sql::list_days_off, contract, most_days_read).for_each([&](const db::Row& row) {
        all.days_off[row.get<std::string>("desk")].push_back({row.get<LocalDay>("day"), row.get<std::string>("reason"),
            row.get<std::string>("entered_by"), row.get<Instant>("entered_at")});
    });
    return all;
}

Result<DeskCalendars> calendars_of(
    db::Reader& reader, const ContractId& contract, const contract::MakerDesk& desk, const Entered& entered)
{
    const DeskMark mark = entered.mark_of(desk.id);
    const auto days_off = entered.days_off_of(desk.id);
    DeskCalendars calendars;
    TRY_ASSIGN(calendars.desk, kept(reader, contract, "desk " + desk.id, desk_terms(desk, mark, days_off)));
    TRY_ASSIGN(calendars.repairs, kept(reader, contract, "repairs " + desk.id, repair_terms(desk, mark, days_off)));
    return calendars;
}

Result<DeskMark> put_mark(db::Tx& tx, const audit::Cause& cause, const ContractId& contract,
    const contract::MakerDesk& desk, const DeskMark& before, DeskMark after)
{
    const auto stored = before.version == 1
        ? tx.execute(sql::insert_mark, contract, desk.id, after.maintained, after.note)
        : tx.execute(sql::update_mark, contract, desk.id, before.version, after.maintained, after.note);
    if (stored == 0)
        return changed_meanwhile("desk/changed", before.version + 1);
    after.version = before.version + 1;
    audit::Entry entry = desk_event(cause, contract, "desk.marked", desk);
    audit::put_change(entry, before.version == 1 ? audit::Facts{} : mark_facts(before), mark_facts(after));
    audit::record(tx, entry);
    return after;
}

int add_days_off(db::Tx& tx, const audit::Cause& cause, const ContractId& contract, const contract::MakerDesk& desk,
    std::span<const DayOff> days)
{
    std::vector<audit::Entry> events;
    for (const DayOff& each : days) {
        if (tx.execute(
                sql::insert_day_off, contract, desk.id, each.day, each.reason, each.entered_by, each.entered_at) == 0)
            continue;
        audit::Entry& entry = events.emplace_back(desk_event(cause, contract, "desk.day_off_added", desk));
        audit::put_change(entry, {}, {{"day", to_text(each.day)}, {"reason", each.reason}});
    }
    audit::record_all(tx, events);
    return static_cast<int>(events.size());
}

Result<void> remove_day_off(
    db::Tx& tx, const audit::Cause& cause, const ContractId& contract, const contract::MakerDesk& desk, LocalDay day)
{
    if (tx.execute(sql::delete_day_off, contract, desk.id, day) == 0)
        return fail(ErrorKind::not_found, "desk/no_day_off",
            {"その日の休業は登録されていません。", "no day off is entered on this day"});
    audit::Entry entry = desk_event(cause, contract, "desk.day_off_removed", desk);
    audit::put_change(entry, {{"day", to_text(day)}}, {});
    audit::record(tx, entry);
    return {};
}

std::vector<Vendor> list_vendors(db::Reader& reader, const ContractId& contract)
{
    return reader.query(sql::list_vendors, contract, most_vendors).map(vendor_from);
}

void insert(db::Tx& tx, const audit::Cause& cause, const Vendor& vendor)
{
    tx.execute(sql::insert_vendor, vendor.contract_id, vendor.id, vendor.role, vendor.role_name, vendor.name,
        vendor.contact, vendor.hours, vendor.duties, vendor.remarks, vendor.from, vendor.until, vendor.entered_by,
        vendor.entered_at);
    audit::Entry entry = audit::entry(cause, vendor.contract_id, "vendor.entered", {"vendor", vendor.id.text});
    audit::put_change(entry, {}, vendor_facts(vendor));
    audit::record(tx, entry);
}

Vendor update(db::Tx& tx, const audit::Cause& cause, const Vendor& before, Vendor after)
{
    tx.execute(sql::update_vendor, after.contract_id, after.id, before.version, after.role, after.role_name, after.name,
        after.contact, after.hours, after.duties, after.remarks, after.from, after.until);
    after.version = before.version + 1;
    audit::Entry entry = audit::entry(cause, after.contract_id, "vendor.changed", {"vendor", after.id.text});
    audit::put_change(entry, vendor_facts(before), vendor_facts(after));
    audit::record(tx, entry);
    return after;
}

}
