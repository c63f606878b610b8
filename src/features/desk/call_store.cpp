#include "features/desk/call_store.hpp"

#include "core/changed.hpp"
#include "core/cursor.hpp"
#include "core/fold.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/desk/sql.hpp"
#include "features/due/due_store.hpp"
#include "platform/db/filtered.hpp"

namespace hoshuban::desk {
namespace {

constexpr const char* visit_clock = "desk.visit";

CallFacts facts_from(const db::Row& row)
{
    return {.desk = row.get<std::string>("desk"),
        .channel = row.get<Channel>("channel"),
        .device = row.get<std::optional<DeviceId>>("device_id"),
        .incident = row.get<std::string>("incident"),
        .request = row.get<std::string>("request"),
        .reached_at = row.get<Instant>("reached_at"),
        .asked = row.get<std::string>("asked"),
        .form_attached = row.get<bool>("form_attached"),
        .reference = row.get<std::string>("reference"),
        .said = row.get<std::string>("said"),
        .visit_expected = row.get<bool>("visit_expected"),
        .visit_at = row.get<std::optional<Instant>>("visit_at"),
        .site_told_at = row.get<std::optional<Instant>>("site_told_at"),
        .site_told = row.get<std::string>("site_told"),
        .visited_at = row.get<std::optional<Instant>>("visited_at"),
        .outcome = row.get<std::string>("outcome")};
}

Call call_from(const db::Row& row)
{
    return {.id = row.get<CallId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .facts = facts_from(row),
        .desk_name = row.get<std::string>("desk_name"),
        .unit = row.get<std::string>("unit"),
        .visit_due = row.get<std::optional<LocalDay>>("visit_due"),
        .closed = row.get<bool>("closed"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at"),
        .version = row.get<int>("version")};
}

template <class Moment>
std::string told(const std::optional<Moment>& moment)
{
    return moment ? to_text(*moment) : std::string{};
}

audit::Facts call_facts(const Call& call)
{
    const CallFacts& facts = call.facts;
    audit::Facts told_facts{{"desk", call.desk_name}, {"channel", std::string{name_of(facts.channel)}},
        {"unit", call.unit}, {"incident", facts.incident}, {"request", facts.request},
        {"reached_at", to_text(facts.reached_at)}, {"asked", facts.asked},
        {"form_attached", facts.form_attached ? "yes" : ""}, {"reference", facts.reference}, {"said", facts.said},
        {"visit_expected", facts.visit_expected ? "yes" : ""}, {"visit_due", told(call.visit_due)},
        {"visit_at", told(facts.visit_at)}, {"site_told_at", told(facts.site_told_at)}, {"site_told", facts.site_told},
        {"visited_at", told(facts.visited_at)}, {"outcome", facts.outcome}, {"closed", call.closed ? "yes" : ""}};
    std::erase_if(told_facts, [](const auto& fact) { return fact.second.empty(); });
    return told_facts;
}

std::string search_key_of(const Call& call)
{
    const CallFacts& facts = call.facts;
    return fold(call.desk_name + " " + call.unit + " " + facts.reference + " " + facts.request + " " + facts.asked +
        " " + facts.said + " " + facts.outcome);
}

void start_clock(db::Tx& tx, const Call& call, const Due& due, const WorkingCalendar& calendar)
{
    due::start(tx, call.contract_id, DueId{call.id.text + ".visit"},
        {.kind = visit_clock,
            .subject = subject_of(call),
            .number = call.facts.reference,
            .title = call.unit.empty() ? call.desk_name : call.desk_name + " " + call.unit,
            .side = Side::contractor,
            .starts_at = call.facts.reached_at,
            .due_at = due.at,
            .guide = true},
        calendar);
}

// The clock follows what the call says now.
void follow_clock(db::Tx& tx, const Call* before, const Call& after, const std::optional<Due>& due,
    const WorkingCalendar* calendar, Instant now)
{
    const auto& visited = after.facts.visited_at;
    if (visited) {
        due::stop(tx, after.contract_id, visit_clock, subject_of(after), *visited);
        return;
    }
    if (!due || calendar == nullptr || after.closed) {
        due::cancel(tx, after.contract_id, visit_clock, subject_of(after), now);
        return;
    }
    const bool as_before = before != nullptr && before->visit_due == after.visit_due && !before->facts.visited_at &&
        !before->closed && before->facts.reached_at == after.facts.reached_at &&
        before->facts.reference == after.facts.reference;
    if (!as_before)
        start_clock(tx, after, *due, *calendar);
}

}

audit::Subject subject_of(const Call& call)
{
    return {"desk_call", call.id.text};
}

Result<Call> get_call(db::Reader& reader, const ContractId& contract, const CallId& id)
{
    auto found = reader.query(sql::find_call, contract, id).one_or_none(call_from);
    if (!found)
        return fail(
            ErrorKind::not_found, "desk/call_not_found", {"問合せの記録が見つかりません。", "no such call to a desk"});
    return *std::move(found);
}

Result<Call> get_call_version(db::Reader& reader, const ContractId& contract, const CallId& id, int version)
{
    TRY_ASSIGN(auto call, get_call(reader, contract, id));
    if (call.version != version)
        return changed_meanwhile("desk/changed", call.version);
    return call;
}

void insert(db::Tx& tx, const audit::Cause& cause, const Call& call, const std::optional<Due>& due,
    const WorkingCalendar* calendar)
{
    const CallFacts& facts = call.facts;
    tx.execute(sql::insert_call, call.contract_id, call.id, facts.desk, call.desk_name, facts.channel, facts.device,
        call.unit, facts.incident, facts.request, facts.reached_at, facts.asked, facts.form_attached, facts.reference,
        facts.said, facts.visit_expected, call.visit_due, facts.visit_at, facts.site_told_at, facts.site_told,
        facts.visited_at, facts.outcome, call.closed, search_key_of(call), call.entered_by, call.entered_at);
    follow_clock(tx, nullptr, call, due, calendar, cause.now());
    audit::Entry entry = audit::entry(cause, call.contract_id, "desk_call.made", subject_of(call));
    audit::put_change(entry, {}, call_facts(call));
    audit::record(tx, entry);
}

Call update(db::Tx& tx, const audit::Cause& cause, const char* kind, const Call& before, Call after,
    const std::optional<Due>& due, const WorkingCalendar* calendar)
{
    const CallFacts& facts = after.facts;
    tx.execute(sql::update_call, after.contract_id, after.id, before.version, facts.desk, after.desk_name,
        facts.channel, facts.device, after.unit, facts.incident, facts.request, facts.reached_at, facts.asked,
        facts.form_attached, facts.reference, facts.said, facts.visit_expected, after.visit_due, facts.visit_at,
        facts.site_told_at, facts.site_told, facts.visited_at, facts.outcome, after.closed, search_key_of(after));
    after.version = before.version + 1;
    follow_clock(tx, &before, after, due, calendar, cause.now());
    audit::Entry entry = audit::entry(cause, after.contract_id, kind, subject_of(after));
    audit::put_change(entry, call_facts(before), call_facts(after));
    audit::record(tx, entry);
    return after;
}

Result<CallPage> list_calls(
    db::Reader& reader, const ContractId& contract, const CallFilter& filter, const std::string& cursor, int limit)
{
    std::vector<std::string> keys{"", ""};
    if (!cursor.empty()) {
        TRY_ASSIGN(keys, cursor_keys(cursor, 2));
    }
    const std::string words = containing(filter.words);
    const db::Filtered filtered{sql::list_calls,
        {contract, filter.only_open ? std::string_view{"open"} : std::string_view{}, filter.desk, filter.device,
            filter.incident, words, keys[0], keys[1], limit + 1}};
    CallPage page{reader.query(filtered.query(), filtered.params()).map(call_from), {}};
    if (static_cast<int>(page.calls.size()) > limit) {
        page.calls.pop_back();
        page.next = cursor_of({to_text(page.calls.back().facts.reached_at), page.calls.back().id.text});
    }
    return page;
}

}
