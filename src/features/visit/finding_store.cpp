#include "features/visit/finding_store.hpp"

#include "core/changed.hpp"
#include "core/cursor.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/due/due_store.hpp"
#include "features/visit/refusal.hpp"
#include "features/visit/sql.hpp"
#include "platform/db/listed.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <span>

namespace hoshuban::visit {
namespace {

constexpr const char* reply_clock = "visit.reply";

FindingFacts finding_facts_from(const db::Row& row)
{
    FindingFacts facts{.kind = row.get<FindingKind>("kind"),
        .text = row.get<std::string>("content"),
        .told_by = row.get<std::string>("told_by"),
        .found_on = row.get<LocalDay>("found_on"),
        .answer = row.get<std::string>("answer"),
        .promised_on = row.get<std::optional<LocalDay>>("promised_on")};
    if (const auto on = row.get<std::optional<LocalDay>>("replied_on"))
        facts.reply = Reply{*on, row.get<std::string>("reply"), row.get<std::string>("replied_to")};
    if (const auto on = row.get<std::optional<LocalDay>>("reported_on"))
        facts.report = Report{*on, row.get<std::string>("reported_by")};
    if (const auto on = row.get<std::optional<LocalDay>>("done_on"))
        facts.completion = Completion{*on, row.get<std::string>("done")};
    return facts;
}

ListedFinding listed_finding(const db::Row& row)
{
    Finding finding{.id = row.get<FindingId>("id"),
        .contract_id = row.get<ContractId>("contract_id"),
        .visit = row.get<VisitId>("visit_id"),
        .site = row.get<SiteId>("site_id"),
        .facts = finding_facts_from(row),
        .taken_back = row.get<std::string>("taken_back"),
        .entered_by = row.get<std::string>("entered_by"),
        .entered_at = row.get<Instant>("entered_at"),
        .version = row.get<int>("version")};
    if (const auto on = row.get<std::optional<LocalDay>>("instructed_on"))
        finding.instruction = Instruction{*on, row.get<std::string>("instruction"), row.get<bool>("instruction_asks"),
            row.get<std::string>("instructed_by")};
    return {std::move(finding), row.get<std::string>("site_name")};
}

std::string told_day(const std::optional<LocalDay>& day)
{
    return day ? to_text(*day) : std::string{};
}

audit::Facts facts_of_finding(const Finding& finding)
{
    const FindingFacts& is = finding.facts;
    audit::Facts facts{{"visit", finding.visit.text}, {"site", finding.site.text},
        {"kind", std::string{name_of(is.kind)}}, {"state", std::string{name_of(state_of(finding))}}, {"text", is.text},
        {"told_by", is.told_by}, {"found_on", to_text(is.found_on)}, {"answer", is.answer},
        {"promised_on", told_day(is.promised_on)}, {"taken_back", finding.taken_back}};
    if (is.reply)
        facts.insert({{"replied_on", to_text(is.reply->on)}, {"reply", is.reply->text}, {"replied_to", is.reply->to},
            {"late", is_late(finding, is.reply->on) ? "yes" : ""}});
    if (is.report)
        facts.insert({{"reported_on", to_text(is.report->on)}, {"reported_by", is.report->by}});
    if (const auto& instruction = finding.instruction)
        facts.insert({{"instructed_on", to_text(instruction->on)}, {"instruction", instruction->text},
            {"asks", instruction->asks ? "yes" : "no"}, {"instructed_by", instruction->by}});
    if (is.completion)
        facts.insert({{"done_on", to_text(is.completion->on)}, {"done", is.completion->text}});
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

Instant end_of(LocalDay day)
{
    return instant(LocalTime{day + std::chrono::days{1}}) - std::chrono::seconds{1};
}

void start_reply_clock(db::Tx& tx, const WorkingCalendar& calendar, const ListedFinding& listed)
{
    const Finding& finding = listed.finding;
    due::start(tx, finding.contract_id, DueId{fmt::format("{}.reply.{}", finding.id.text, finding.version)},
        {.kind = reply_clock,
            .subject = subject_of(finding),
            .number = to_text(finding.facts.found_on),
            .title = listed.site_name,
            .side = Side::contractor,
            .starts_at = instant(LocalTime{finding.facts.found_on}),
            .due_at = end_of(*finding.facts.promised_on)},
        calendar);
}

// A reply counts by the day on which it was given, whenever somebody writes it down.
void follow_reply_clock(
    db::Tx& tx, const WorkingCalendar& calendar, const Finding& before, const ListedFinding& after, Instant now)
{
    const Finding& finding = after.finding;
    const auto waits = [](const Finding& each) { return state_of(each) == FindingState::reply; };
    if (waits(finding) &&
        (!waits(before) || before.facts.promised_on != finding.facts.promised_on ||
            before.facts.found_on != finding.facts.found_on))
        start_reply_clock(tx, calendar, after);
    else if (waits(before) && finding.facts.reply)
        due::stop(
            tx, finding.contract_id, reply_clock, subject_of(finding), std::min(now, end_of(finding.facts.reply->on)));
    else if (waits(before) && !waits(finding))
        due::cancel(tx, finding.contract_id, reply_clock, subject_of(finding), now);
}

bool within_sight(const Sight& sight, const SiteId& site)
{
    return !sight || std::ranges::find(*sight, site) != sight->end();
}

void record_change(
    db::Tx& tx, const audit::Cause& cause, const FindingEvent& told, const audit::Facts& before, const Finding& after)
{
    audit::Entry event = audit::entry(cause, after.contract_id, told.kind, subject_of(after));
    event.reason = told.reason;
    audit::Facts facts = facts_of_finding(after);
    for (const auto& fact : before)
        facts.emplace(fact.first, ""); // what a correction left out
    audit::put_change(event, before, facts);
    audit::record(tx, event);
}

}

audit::Subject subject_of(const Finding& finding)
{
    return {"visit_finding", finding.id.text};
}

Result<ListedFinding> get_finding(
    db::Reader& reader, const ContractId& contract, const Sight& sight, const FindingId& id)
{
    auto found = reader.query(sql::find_finding, contract, id).one_or_none(listed_finding);
    if (!found || !within_sight(sight, found->finding.site))
        return fail(ErrorKind::not_found, "visit/finding_not_found", {"所見が見つかりません。", "no such finding"});
    return *std::move(found);
}

Result<ListedFinding> get_finding_version(
    db::Reader& reader, const ContractId& contract, const Sight& sight, const FindingId& id, int version)
{
    TRY_ASSIGN(auto found, get_finding(reader, contract, sight, id));
    if (found.finding.version != version)
        return changed_meanwhile("visit/finding_changed", found.finding.version);
    return found;
}

void insert(db::Tx& tx, const audit::Cause& cause, const WorkingCalendar& calendar, const ListedFinding& listed)
{
    const Finding& finding = listed.finding;
    const FindingFacts& facts = finding.facts;
    const FindingState state = state_of(finding);
    tx.execute(sql::insert_finding, finding.contract_id, finding.id, finding.visit, finding.site, facts.kind, state,
        is_open(state), facts.text, facts.told_by, facts.found_on, facts.answer, facts.promised_on, finding.entered_by,
        finding.entered_at);
    if (state == FindingState::reply)
        start_reply_clock(tx, calendar, listed);
    record_change(tx, cause, {"visit_finding.entered"}, {}, finding);
}

Finding update(db::Tx& tx, const audit::Cause& cause, const WorkingCalendar& calendar, const FindingEvent& told,
    const ListedFinding& before, Finding after)
{
    const FindingFacts& facts = after.facts;
    const FindingState state = state_of(after);
    const Reply reply = facts.reply.value_or(Reply{});
    const Instruction instruction = after.instruction.value_or(Instruction{});
    const auto day = [](const auto& act) { return act ? std::optional{act->on} : std::nullopt; };
    tx.execute(sql::update_finding, after.contract_id, after.id, after.version, state, is_open(state), facts.text,
        facts.told_by, facts.found_on, facts.answer, facts.promised_on, day(facts.reply), reply.text, reply.to,
        day(facts.report), facts.report.value_or(Report{}).by, day(after.instruction), instruction.text,
        instruction.asks, instruction.by, day(facts.completion), facts.completion.value_or(Completion{}).text,
        after.taken_back);
    ++after.version;
    follow_reply_clock(tx, calendar, before.finding, {after, before.site_name}, cause.now());
    record_change(tx, cause, told, facts_of_finding(before.finding), after);
    return after;
}

Result<void> check_findings_within(db::Reader& reader, const Visit& visit, LocalDay today)
{
    const auto days =
        reader.query(sql::find_days_of_findings, visit.contract_id, visit.id).one_or_none([](const db::Row& row) {
            return std::pair{
                row.get<std::optional<LocalDay>>("first_day"), row.get<std::optional<LocalDay>>("last_day")};
        });
    if (!days || !days->first)
        return {};
    const auto& arrived = visit.times.arrived;
    if (arrived && day_of(*arrived) <= *days->first && *days->second <= last_day_of(visit, today))
        return {};
    return refused_at("arrived_at", "visit/findings_outside",
        {fmt::format("{}の所見・要望・質問が記録されています。先にその日を訂正するか取り消してください。",
             to_text(*days->first)),
            fmt::format(
                "something is recorded as found on {}: correct its day or take it back first", to_text(*days->first))},
        ErrorKind::conflict);
}

Result<FindingPage> list_findings(db::Reader& reader, const ContractId& contract, const Sight& sight,
    const FindingFilter& filter, const std::string& cursor, int limit)
{
    std::vector<std::string> keys{"", ""};
    if (!cursor.empty()) {
        TRY_ASSIGN(keys, cursor_keys(cursor, 2));
    }
    const std::string_view state = filter.state ? name_of(*filter.state) : std::string_view{};
    const std::string_view kind = filter.kind ? name_of(*filter.kind) : std::string_view{};
    const std::vector<SiteId> sites = sight && !sight->empty() ? *sight : std::vector<SiteId>{SiteId{}};
    const db::Listed wanted{filter.only_open ? sql::list_open_findings : sql::list_findings,
        {contract, state, kind, filter.site, filter.visit, told_day(filter.from), told_day(filter.until),
            !sight.has_value(), keys[0], keys[1], limit + 1},
        std::span<const SiteId>{sites}};
    FindingPage page{reader.query(wanted.query(), wanted.params()).map(listed_finding), {}};
    if (static_cast<int>(page.findings.size()) > limit) {
        page.findings.pop_back();
        const Finding& last = page.findings.back().finding;
        page.next = cursor_of({to_text(last.facts.found_on), last.id.text});
    }
    return page;
}

}
