#include "features/incident/achievement_store.hpp"

#include "core/calendar_day.hpp"
#include "features/audit/audit_store.hpp"
#include "features/incident/dispatch_store.hpp"
#include "features/incident/sql.hpp"
#include "platform/db/listed.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hoshuban::incident {
namespace {

struct Span {
    Instant from;
    Instant until;
};

Span span_of(std::chrono::year_month month)
{
    return {instant(LocalTime{first_day_of(month)}), instant(LocalTime{first_day_of(month + std::chrono::months{1})})};
}

Result<std::vector<Listed>> instructed_in(db::Reader& reader, const ContractId& contract, Span span)
{
    auto found =
        reader.query(sql::list_instructed, contract, span.from, span.until, most_counted + 1).map(listed_incident);
    if (found.size() > static_cast<std::size_t>(most_counted))
        return fail(ErrorKind::too_large, "incident/month_too_large",
            {fmt::format("1か月の障害が{}件を超えるため、集計できません。", most_counted),
                fmt::format("more than {} incidents in one month: they are not counted", most_counted)});
    return found;
}

std::map<IncidentId, std::map<std::string, std::string>> reasons_of(
    db::Reader& reader, const ContractId& contract, std::span<const IncidentId> ids)
{
    std::map<IncidentId, std::map<std::string, std::string>> reasons;
    for (const auto portion : db::portions(ids)) {
        const db::Listed listed{sql::list_misses_of, {contract}, portion};
        reader.query(listed.query(), listed.params()).for_each([&](const db::Row& row) {
            reasons[row.get<IncidentId>("incident_id")].emplace(
                row.get<std::string>("level"), row.get<std::string>("reason"));
        });
    }
    return reasons;
}

std::map<IncidentId, int> minutes_of(db::Reader& reader, const ContractId& contract, std::span<const IncidentId> ids)
{
    std::map<IncidentId, int> minutes;
    for (const auto portion : db::portions(ids)) {
        const db::Listed listed{sql::sum_minutes, {contract}, portion};
        reader.query(listed.query(), listed.params()).for_each([&](const db::Row& row) {
            minutes[row.get<IncidentId>("incident_id")] = row.get<int>("minutes");
        });
    }
    return minutes;
}

/// What else is recorded about the incidents of a month.
struct Records {
    std::map<IncidentId, std::vector<Entry>> entries;
    std::map<IncidentId, std::map<std::string, std::string>> reasons;
    std::map<IncidentId, int> minutes;
    std::set<IncidentId> by_maker;
};

Records records_of(db::Reader& reader, const ContractId& contract, std::span<const Listed> incidents)
{
    std::vector<IncidentId> ids;
    for (const Listed& listed : incidents)
        ids.push_back(listed.incident.id);
    return {entries_of(reader, contract, ids), reasons_of(reader, contract, ids), minutes_of(reader, contract, ids),
        sent_by_maker(reader, contract, incidents)};
}

bool is_seen(const Listed& listed, const std::optional<std::vector<SiteId>>& only)
{
    const auto& site = listed.incident.intake.site;
    return !only || (site && std::ranges::find(*only, *site) != only->end());
}

std::string last_note(const std::vector<Entry>& entries)
{
    std::string note;
    for (const Entry& entry : entries) {
        if (entry.act == Act::noted)
            note = entry.text;
    }
    return note;
}

ReportedMonth month_from(const db::Row& row)
{
    return {.contract_id = row.get<ContractId>("contract_id"),
        .month = *parse_month(row.get<std::string>("month")),
        .edition = row.get<int>("edition"),
        .name = row.get<std::string>("name"),
        .sha256 = row.get<std::string>("sha256"),
        .reported_by = row.get<std::string>("reported_by"),
        .reported_at = row.get<Instant>("reported_at")};
}

std::unexpected<Error> is_reported(const std::string& month, const char* field)
{
    const Text text{fmt::format("{}の分は市に報告済みです。直さずに「訂正の注記」を書いてください。", month),
        fmt::format("{} is reported to the city: write a correction note instead", month)};
    return fail(ErrorKind::conflict, "incident/month_reported", text, {{field, "incident/month_reported", text}});
}

}

Result<std::vector<Counted>> counted_in(db::Reader& reader, const ContractId& contract, std::chrono::year_month month,
    const LevelCalendars& levels, const std::optional<std::vector<SiteId>>& only, Instant now)
{
    const Span span = span_of(month);
    TRY_ASSIGN(auto found, instructed_in(reader, contract, span));
    std::erase_if(found, [&](const Listed& listed) { return !is_seen(listed, only); });
    Records records = records_of(reader, contract, found);
    std::vector<Counted> cases;
    for (Listed& listed : found) {
        const IncidentId id = listed.incident.id;
        const auto course = holding(std::move(records.entries[id]));
        const Timeline timeline = timeline_of(course);
        if (!timeline.instructed || *timeline.instructed < span.from || *timeline.instructed >= span.until)
            continue;
        listed.incident.outcome.miss_reasons = std::move(records.reasons[id]);
        Counted& each = cases.emplace_back(Counted{.listed = std::move(listed),
            .instructed = *timeline.instructed,
            .restored = timeline.restored,
            .work_minutes = records.minutes[id],
            .by_maker = records.by_maker.contains(id),
            .note = last_note(course)});
        for (std::size_t place = 0; place < levels.size(); ++place) {
            TRY_ASSIGN(each.clocks.emplace_back(), levels.measure(place, each.listed.incident.intake, timeline, now));
        }
    }
    std::ranges::stable_sort(cases, {}, &Counted::instructed);
    return cases;
}

std::optional<ReportedMonth> reported(db::Reader& reader, const ContractId& contract, std::chrono::year_month month)
{
    return reader.query(sql::find_last_edition, contract, month_text(month)).one_or_none(month_from);
}

Result<ReportedMonth> reported(
    db::Reader& reader, const ContractId& contract, std::chrono::year_month month, int edition)
{
    auto found = reader.query(sql::find_edition, contract, month_text(month), edition).one_or_none(month_from);
    if (!found)
        return fail(ErrorKind::not_found, "incident/not_reported",
            {"この月の表はまだ提出されていません。", "this month is not reported yet"});
    return *std::move(found);
}

std::vector<KeptClock> kept(db::Reader& reader, const ReportedMonth& month)
{
    return reader.query(sql::list_kept, month.contract_id, month_text(month.month), month.edition)
        .map([](const db::Row& row) {
            return KeptClock{row.get<IncidentId>("incident_id"), row.get<std::string>("level"),
                row.get<Standing>("standing"), std::chrono::seconds{row.get<int>("used_seconds")}};
        });
}

void report(db::Tx& tx, const audit::Cause& cause, const ReportedMonth& month, std::span<const Counted> cases,
    std::span<const KeptClock> clocks, const db::PackedBlob& file)
{
    const std::string name = month_text(month.month);
    db::put_blob(tx, file);
    tx.execute(sql::insert_month, month.contract_id, name, month.edition, month.name, month.sha256, month.reported_by,
        month.reported_at);
    for (const Counted& each : cases)
        tx.execute(sql::insert_month_case, month.contract_id, name, month.edition, each.listed.incident.id,
            each.listed.incident.state);
    for (const KeptClock& clock : clocks)
        tx.execute(sql::insert_month_clock, month.contract_id, name, month.edition, clock.incident, clock.level,
            clock.standing, static_cast<int>(clock.used.count()));
    audit::Entry event = audit::entry(cause, month.contract_id, "incident.month_reported", {"incident_month", name});
    audit::put_change(event, {},
        {{"edition", std::to_string(month.edition)}, {"incidents", std::to_string(cases.size())},
            {"sha256", month.sha256}});
    audit::record(tx, event);
}

Result<void> check_not_reported(
    db::Reader& reader, const ContractId& contract, const IncidentId& incident, std::span<const Instant> moments)
{
    if (moments.empty())
        return {};
    const auto last = reader.query(sql::find_reported_month, contract, incident).one_or_none([](const db::Row& row) {
        return row.get<std::string>("month");
    });
    if (!last)
        return {};
    TRY_ASSIGN(const auto month, parse_month(*last));
    if (std::ranges::min(moments) < span_of(month).until)
        return is_reported(*last, "at");
    return {};
}

Result<void> check_reopens(db::Reader& reader, const ContractId& contract, const IncidentId& incident)
{
    const auto closed = reader.query(sql::find_month_of_closed, contract, incident).one_or_none([](const db::Row& row) {
        return row.get<std::string>("month");
    });
    if (closed)
        return is_reported(*closed, "act");
    return {};
}

}
