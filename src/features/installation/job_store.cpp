#include "features/installation/job_store.hpp"

#include "core/changed.hpp"
#include "core/cursor.hpp"
#include "core/packed.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/fact_change.hpp"
#include "features/due/due_store.hpp"
#include "features/installation/sql.hpp"
#include "platform/db/many.hpp"

#include <fmt/format.h>
#include <map>

namespace hoshuban::installation {
namespace {

constexpr std::string_view return_clock = "installation.return";
constexpr std::string_view move_clock = "installation.move";
// More than any contract has.
constexpr int most_jobs = 10'000;

audit::Subject subject_of(const Job& job)
{
    return {"installation", job.id.text};
}

ListedJob listed_job(const db::Row& row)
{
    const auto text = [&](std::string_view column) { return row.get<std::optional<std::string>>(column).value_or(""); };
    return {.job = {.id = row.get<JobId>("id"),
                .contract_id = row.get<ContractId>("contract_id"),
                .number = row.get<std::string>("number"),
                .kind = row.get<InstallationKind>("kind"),
                .state = row.get<State>("state"),
                .site = row.get<std::optional<SiteId>>("site_id"),
                .planned_on = row.get<LocalDay>("planned_on"),
                .request = row.get<std::optional<WorkRequestId>>("request_id"),
                .instruction = row.get<std::string>("instruction"),
                .medium = row.get<std::string>("medium"),
                .agreement = row.get<std::string>("agreement"),
                .lent_on = row.get<std::optional<LocalDay>>("lent_on"),
                .due_back = row.get<std::optional<LocalDay>>("due_back"),
                .note = row.get<std::string>("note"),
                .last_on = row.get<std::optional<LocalDay>>("last_on"),
                .entered_by = row.get<std::string>("entered_by"),
                .entered_at = row.get<Instant>("entered_at"),
                .version = row.get<int>("version")},
        .units = {},
        .site_name = text("site_name"),
        .request_number = text("request_number"),
        .request_types = unpacked(text("request_types"))};
}

// The units of the jobs, with one statement.
void add_units(db::Reader& reader, const ContractId& contract, std::string_view only, std::vector<ListedJob>& jobs)
{
    std::map<std::string, ListedJob*> by_id;
    for (ListedJob& each : jobs)
        by_id.emplace(each.job.id.text, &each);
    reader.query(sql::list_units, contract, only).map([&](const db::Row& row) {
        const auto found = by_id.find(row.get<std::string>("installation_id"));
        if (found != by_id.end()) {
            found->second->job.units.push_back(
                {row.get<DeviceId>("device_id"), row.get<std::string>("place"), row.get<std::string>("address")});
            found->second->units.push_back({row.get<std::string>("number"), row.get<std::string>("kind"),
                row.get<std::string>("model"), row.get<std::string>("class")});
        }
        return 0;
    });
}

audit::Facts facts_of(const Job& job)
{
    const auto day = [](const std::optional<LocalDay>& each) { return each ? to_text(*each) : std::string{}; };
    std::string units;
    for (const JobUnit& unit : job.units)
        units += (units.empty() ? "" : " ") + unit.device.text;
    audit::Facts facts{{"number", job.number}, {"kind", std::string{name_of(job.kind)}},
        {"state", std::string{name_of(job.state)}}, {"site", job.site ? job.site->text : ""},
        {"planned_on", to_text(job.planned_on)}, {"request", job.request ? job.request->text : ""},
        {"instruction", job.instruction}, {"medium", job.medium}, {"agreement", job.agreement},
        {"lent_on", day(job.lent_on)}, {"due_back", day(job.due_back)}, {"units", units}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

// What is planned for a day on which nobody works waits for the next one (LOC-05).
void start_move_clock(db::Tx& tx, const WorkingCalendar& calendar, const Job& job)
{
    const auto open = calendar.roll(job.planned_on, Roll::next);
    const LocalDay last = open ? open->day : job.planned_on;
    due::start(tx, job.contract_id, DueId{job.id.text + ".move"},
        {.kind = std::string{move_clock},
            .subject = subject_of(job),
            .number = job.number,
            .title = label(job.kind).ja,
            .side = Side::contractor,
            .starts_at = job.entered_at,
            .due_at = instant(LocalTime{last + std::chrono::days{1}}) - std::chrono::seconds{1}},
        calendar);
}

}

Result<ListedJob> get(db::Reader& reader, const ContractId& contract, const JobId& id)
{
    auto found = reader.query(sql::find_job, contract, id).map(listed_job);
    if (found.empty()) {
        return fail(ErrorKind::not_found, "installation/not_found",
            {"設置・撤去の作業が見つかりません。", "no such job of installation"});
    }
    add_units(reader, contract, id.text, found);
    return std::move(found.front());
}

Result<ListedJob> get_version(db::Reader& reader, const ContractId& contract, const JobId& id, int version)
{
    TRY_ASSIGN(auto found, get(reader, contract, id));
    if (found.job.version != version)
        return changed_meanwhile("installation/changed", found.job.version);
    return found;
}

void insert(db::Tx& tx, const WorkingCalendar& calendar, const audit::Cause& cause, const Job& job)
{
    tx.execute(sql::insert_job, job.contract_id, job.id, job.number, job.kind, job.state, job.site, job.planned_on,
        job.request, job.instruction, job.medium, job.agreement, job.lent_on, job.due_back, job.note, job.entered_by,
        job.entered_at);
    std::vector<std::vector<db::Param>> rows;
    for (const JobUnit& unit : job.units)
        rows.push_back(
            {job.contract_id, job.id, static_cast<int>(rows.size()) + 1, unit.device, unit.place, unit.address});
    db::insert_many(tx, sql::insert_unit, rows);
    if (job.lent_on && job.due_back) {
        due::start(tx, job.contract_id, DueId{job.id.text + ".return"},
            {.kind = std::string{return_clock},
                .subject = subject_of(job),
                .number = job.number,
                .title = label(job.kind).ja,
                .side = Side::contractor,
                .starts_at = instant(LocalTime{*job.lent_on}),
                .due_at = instant(LocalTime{*job.due_back + std::chrono::days{1}}) - std::chrono::seconds{1},
                .guide = true},
            calendar);
    }
    if (job.kind != contract::InstallationKind::resetup)
        start_move_clock(tx, calendar, job);
    audit::Entry entry = audit::entry(cause, job.contract_id, "installation.planned", subject_of(job));
    audit::put_change(entry, {}, facts_of(job));
    audit::record(tx, entry);
}

Job update(db::Tx& tx, const audit::Cause& cause, const Job& before, Job after, const Step& step)
{
    tx.execute(sql::update_job, after.contract_id, after.id, after.version, after.state, after.last_on);
    ++after.version;
    tx.execute(sql::insert_step, after.contract_id, after.id, step.id, step.act, step.on, step.person, step.medium,
        step.note, step.entered_by, step.entered_at);
    if (step.act == Act::returned)
        due::stop(tx, after.contract_id, return_clock, subject_of(after), cause.now());
    if (step.act == Act::done)
        due::stop(tx, after.contract_id, move_clock, subject_of(after), cause.now());
    if (step.act == Act::cancelled) {
        due::cancel(tx, after.contract_id, return_clock, subject_of(after), cause.now());
        due::cancel(tx, after.contract_id, move_clock, subject_of(after), cause.now());
    }
    audit::Entry entry =
        audit::entry(cause, after.contract_id, fmt::format("installation.{}", name_of(step.act)), subject_of(after));
    entry.reason = step.note;
    auto facts = facts_of(after);
    facts.insert({{"on", to_text(step.on)}, {"person", step.person}});
    audit::put_change(entry, facts_of(before), facts);
    audit::record(tx, entry);
    return after;
}

std::vector<Step> steps_of(db::Reader& reader, const ContractId& contract, const JobId& id)
{
    return reader.query(sql::list_steps, contract, id).map([](const db::Row& row) {
        return Step{.id = row.get<StepId>("id"),
            .act = row.get<Act>("act"),
            .on = row.get<LocalDay>("on_day"),
            .person = row.get<std::string>("person"),
            .medium = row.get<std::string>("medium"),
            .note = row.get<std::string>("note"),
            .entered_by = row.get<std::string>("entered_by"),
            .entered_at = row.get<Instant>("entered_at")};
    });
}

Result<JobPage> list(
    db::Reader& reader, const ContractId& contract, const JobFilter& filter, std::string_view cursor, int limit)
{
    std::vector<std::string> after{"", ""};
    if (!cursor.empty()) {
        TRY_ASSIGN(after, cursor_keys(cursor, 2));
    }
    JobPage page{
        reader.query(sql::list_jobs, contract, filter.kind, filter.state, after[0], after[1], limit + 1, filter.site)
            .map(listed_job),
        {}};
    if (static_cast<int>(page.jobs.size()) > limit) {
        page.jobs.pop_back();
        const Job& last = page.jobs.back().job;
        page.next = cursor_of({to_text(last.planned_on), last.id.text});
    }
    add_units(reader, contract, "", page.jobs);
    return page;
}

std::vector<ToldJob> all_jobs(db::Reader& reader, const ContractId& contract)
{
    auto listed = reader.query(sql::list_jobs, contract, "", "", "", "", most_jobs, "").map(listed_job);
    add_units(reader, contract, "", listed);
    std::vector<ToldJob> jobs;
    for (ListedJob& each : listed)
        jobs.push_back({std::move(each.job), std::move(each.request_types)});
    return jobs;
}

std::map<DeviceId, std::string> waiting_units(db::Reader& reader, const ContractId& contract)
{
    std::map<DeviceId, std::string> waiting;
    reader.query(sql::list_waiting_units, contract).map([&](const db::Row& row) {
        waiting.emplace(row.get<DeviceId>("device_id"), row.get<std::string>("number"));
        return 0;
    });
    return waiting;
}

}
