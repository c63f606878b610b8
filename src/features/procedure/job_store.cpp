#include "features/procedure/job_store.hpp"

#include "features/approval/approval_store.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/facts.hpp"
#include "features/procedure/sql.hpp"
#include "features/work_request/work_request_store.hpp"
#include "platform/crypto.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace hoshuban::procedure {
namespace {

using work_request::WorkRequest;

std::vector<DeviceId> devices_from(std::string_view joined_ids)
{
    std::vector<DeviceId> devices;
    for (std::string& id : split(joined_ids))
        devices.push_back({std::move(id)});
    return devices;
}

std::string joined(const std::vector<DeviceId>& devices)
{
    std::string text = ",";
    for (const DeviceId& device : devices)
        text += device.text + ",";
    return text;
}

JobProcedure job_from(const db::Row& row)
{
    return {.request = row.get<WorkRequestId>("request_id"),
        .version = row.get<ProcedureVersionId>("version_id"),
        .state = row.get<JobState>("state"),
        .approval = row.get<std::optional<ApprovalId>>("approval_id"),
        .content_sha256 = row.get<std::string>("content_sha256"),
        .acts = split(row.get<std::string>("acts")),
        .devices = devices_from(row.get<std::string>("devices")),
        .reason = row.get<std::string>("reason"),
        .cited_by = row.get<std::string>("cited_by"),
        .cited_at = row.get<Instant>("cited_at"),
        .settled_at = row.get<std::optional<Instant>>("settled_at"),
        .granted_sha256 = row.get<std::optional<std::string>>("granted_sha256"),
        .granted_at = row.get<std::optional<Instant>>("granted_at")};
}

Followed followed_from(const db::Row& row)
{
    Followed followed{.procedure = {}, .version = {}, .job = job_from(row)};
    followed.version = version_from(row);
    followed.procedure = {.id = followed.version.procedure_id,
        .contract_id = followed.version.contract_id,
        .number = row.get<std::string>("number"),
        .kind = row.get<Kind>("kind"),
        .title = row.get<std::string>("title"),
        .issuer = row.get<std::string>("issuer"),
        .device_classes = split(row.get<std::string>("device_classes")),
        .retired_at = row.get<std::optional<Instant>>("retired_at"),
        .newest = row.get<int>("newest")};
    return followed;
}

void record(db::Tx& tx, const audit::Cause& cause, const ContractId& contract, std::string_view kind,
    const audit::Subject& subject, std::map<std::string, std::string> facts, const std::string& reason)
{
    audit::Entry entry = audit::entry(cause, contract, kind, subject);
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    entry.after = audit::facts_json(facts);
    entry.reason = reason;
    audit::record(tx, entry);
}

std::string listed(const std::vector<std::string>& ids)
{
    std::string text;
    for (const std::string& id : ids)
        text += (text.empty() ? "" : ", ") + id;
    return text;
}

std::string listed(const std::vector<DeviceId>& devices)
{
    std::vector<std::string> ids;
    for (const DeviceId& device : devices)
        ids.push_back(device.text);
    return listed(ids);
}

std::map<std::string, std::string> facts_of(const Followed& followed, const WorkRequest& request)
{
    return {{"procedure", citation(followed.procedure, followed.version)}, {"work_request", request.number},
        {"acts", listed(followed.job.acts)}, {"devices", listed(followed.job.devices)},
        {"content_sha256", followed.job.content_sha256}, {"state", std::string{name_of(followed.job.state)}}};
}

const Followed* find_in(const std::vector<Followed>& all, const ProcedureVersionId& version)
{
    const auto found = std::ranges::find_if(all, [&](const Followed& each) { return each.version.id == version; });
    return found == all.end() ? nullptr : &*found;
}

std::unexpected<Error> waits_already()
{
    return fail(ErrorKind::conflict, "procedure/waits_already",
        {"この作業のこの版は、承認待ちか承認済みです。",
            "this version waits for approval for this job, or is approved"});
}

JobState state_of(approval::State state)
{
    switch (state) {
    case approval::State::asked:
        return JobState::asked;
    case approval::State::granted:
        return JobState::granted;
    case approval::State::refused:
        return JobState::returned;
    case approval::State::withdrawn:
        return JobState::withdrawn;
    case approval::State::voided:
        return JobState::voided;
    }
    return JobState::voided;
}

std::string words_of(db::Reader& reader, const approval::Approval& settled)
{
    if (settled.state == approval::State::granted)
        return settled.conditions;
    const auto decisions = approval::decisions_of(reader, settled.contract_id, settled.id);
    return decisions.empty() ? std::string{} : decisions.back().opinion;
}

void settle(db::Tx& tx, const approval::Approval& approval, const std::string& words, Instant now)
{
    tx.execute(sql::settle_job_procedure, approval.contract_id, approval.id, state_of(approval.state), words, now);
}

Result<approval::Approval> ask(db::Tx& tx, const contract::Profile& profile, const WorkingCalendar& calendar,
    const audit::Cause& cause, const contract::ApprovalKind& kind, const WorkRequest& request, const Followed& followed,
    const std::string& reason)
{
    approval::Application application{.kind = kind.id,
        .title = citation(followed.procedure, followed.version),
        .reason = reason.empty() ? followed.version.note : reason};
    application.subject = subject_of(followed.version.id);
    application.content_sha256 = followed.job.content_sha256;
    application.request = request.id;
    application.acts = followed.job.acts;
    application.devices = followed.job.devices;
    application.site = request.site;
    return approval::ask(tx, profile, calendar, cause, *followed.job.approval, application);
}

void store(db::Tx& tx, const ContractId& contract, const JobProcedure& job)
{
    tx.execute(sql::put_job_procedure, contract, job.request, job.version, job.state, job.approval, job.content_sha256,
        procedure::joined(job.acts), joined(job.devices), job.cited_by, job.cited_at);
}

bool city_manual_exists(db::Reader& reader, const contract::Profile& profile, const WorkRequest& request,
    const std::vector<Followed>& followed)
{
    if (profile.work.procedure != contract::ProcedureMode::city_manuals)
        return false;
    std::set<std::string> classes;
    for (const DeviceId& id : devices_of(request, followed)) {
        if (const contract::Device* device = contract::find_device(profile, id))
            classes.insert(device->device_class);
    }
    return has_manual(reader, profile.id, classes);
}

}

std::vector<Followed> followed_by(db::Reader& reader, const ContractId& contract, const WorkRequestId& request)
{
    auto all = reader.query(sql::list_job_procedures, contract, request).map(followed_from);
    if (all.empty())
        return all;
    std::map<ProcedureVersionId, std::vector<Step>> steps;
    reader.query(sql::list_steps_of_job, contract, request).for_each([&](const db::Row& row) {
        const auto version = row.get<ProcedureVersionId>("version_id");
        steps[version].push_back(step_from(row));
    });
    for (Followed& each : all)
        each.steps = std::move(steps[each.version.id]);
    return all;
}

Result<JobProcedure> submit(db::Tx& tx, const contract::Profile& profile, const WorkingCalendar& calendar,
    const audit::Cause& cause, const WorkRequest& request, const ProcedureVersionId& id, const Submission& submission,
    const ApprovalId& approval_id, const std::string& reason)
{
    const auto all = followed_by(tx, profile.id, request.id);
    const Followed* before = find_in(all, id);
    if (before && (before->job.state == JobState::asked || before->job.state == JobState::granted))
        return waits_already();
    Followed followed{.procedure = {}, .version = {}, .job = {}};
    TRY_ASSIGN(followed.version, get(tx, profile.id, id));
    TRY_ASSIGN(followed.procedure, get(tx, profile.id, followed.version.procedure_id));
    Content content = content_of(tx, profile.id, id);
    content.acts = submission.acts;
    content.devices = submission.devices;
    TRY(check_submission(profile, request, followed.procedure, followed.version, content));
    const std::string exact = canonical(content);
    followed.job = {.request = request.id,
        .version = id,
        .content_sha256 = crypto::sha256_hex(exact),
        .acts = submission.acts,
        .devices = submission.devices,
        .cited_by = cause.actor().name,
        .cited_at = cause.now()};
    keep_content(tx, profile.id, followed.job.content_sha256, exact);
    const auto* kind = approval_needed(profile, followed.procedure.kind, request.work_types);
    if (kind) {
        followed.job.state = JobState::asked;
        followed.job.approval = approval_id;
    }
    store(tx, profile.id, followed.job);
    record(tx, cause, profile.id, kind ? "procedure.submitted" : "procedure.cited",
        {"procedure", followed.procedure.id.text}, facts_of(followed, request), reason);
    if (!kind)
        return followed.job;
    TRY_ASSIGN(const auto asked, ask(tx, profile, calendar, cause, *kind, request, followed, reason));
    if (asked.state != approval::State::asked) {
        settle(tx, asked, "", cause.now());
        followed.job.state = state_of(asked.state);
    }
    return followed.job;
}

Result<void> drop(db::Tx& tx, const audit::Cause& cause, const ContractId& contract, const WorkRequestId& request,
    const ProcedureVersionId& version)
{
    const auto all = followed_by(tx, contract, request);
    const Followed* followed = find_in(all, version);
    if (!followed)
        return fail(ErrorKind::not_found, "procedure/not_followed",
            {"この作業は、その版の手順書に従っていません。", "this job does not follow that version"});
    if (followed->job.state == JobState::asked || followed->job.granted_at)
        return fail(ErrorKind::conflict, "procedure/application_stands",
            {"承認を申請した手順書は外せません。承認待ちなら、先に申請を取り下げてください。",
                "an approval was applied for: withdraw the application first, a decided one stays"});
    const VersionUse use = use_of(tx, followed->procedure, followed->version);
    if (use.worked_by)
        return fail(ErrorKind::conflict, "procedure/worked_by",
            {"この版で行った作業の記録があるため、外せません。", "work was recorded by this version: it stays"});
    tx.execute(sql::drop_job_procedure, contract, request, version);
    record(tx, cause, contract, "procedure.dropped", {"procedure", followed->procedure.id.text},
        {{"procedure", citation(followed->procedure, followed->version)}}, "");
    return {};
}

int void_approvals(db::Tx& tx, const audit::Cause& cause, const ContractId& contract, const ProcedureVersionId& version,
    const std::string& reason, Instant now)
{
    if (tx.execute(sql::void_job_procedures, contract, version, reason, now) == 0)
        return 0;
    return approval::void_of(tx, cause, contract, subject_of(version), reason);
}

Result<void> take_decision(db::Tx& tx, const audit::Cause& cause, const approval::Approval& settled)
{
    const auto job = tx.query(sql::find_job_of_approval, settled.contract_id, settled.id).one_or_none(job_from);
    if (!job)
        return {};
    if (settled.state == approval::State::granted) {
        TRY_ASSIGN(const auto version, get(tx, settled.contract_id, job->version));
        TRY_ASSIGN(const auto procedure, get(tx, settled.contract_id, version.procedure_id));
        Content now = content_of(tx, settled.contract_id, job->version);
        now.acts = job->acts;
        now.devices = job->devices;
        if (version.sequence != procedure.newest || procedure.retired_at ||
            crypto::sha256_hex(canonical(std::move(now))) != settled.asked.content_sha256)
            return fail(ErrorKind::conflict, "procedure/old_version",
                {citation(procedure, version) + " は古い版か、提出のあとに内容が変わったため、承認できません。",
                    citation(procedure, version) + " is old or changed after it was handed in: it cannot be approved"});
    }
    settle(tx, settled, words_of(tx, settled), cause.now());
    return {};
}

Readiness readiness(db::Reader& reader, const contract::Profile& profile, const WorkRequest& request,
    const std::vector<Followed>& followed)
{
    return judge(profile, request, followed, city_manual_exists(reader, profile, request, followed));
}

Readiness readiness(
    db::Reader& reader, const contract::Profile& profile, const ContractId& contract, const WorkRequestId& id)
{
    const auto request = work_request::find(reader, work_request::whole(contract), id);
    if (!request)
        return {};
    return readiness(reader, profile, *request, followed_by(reader, contract, id));
}

std::vector<JobOfProcedure> jobs_of(db::Reader& reader, const work_request::Reach& reach, const ProcedureId& procedure)
{
    std::vector<JobOfProcedure> jobs;
    reader.query(sql::list_jobs_of_procedure, reach.contract, procedure).for_each([&](const db::Row& row) {
        WorkRequest request;
        request.contract_id = reach.contract;
        JobOfProcedure job{.job = job_from(row)};
        job.request_number = row.get<std::string>("request_number");
        job.request_title = row.get<std::string>("request_title");
        request.division = row.get<std::string>("division");
        request.site = row.get<std::optional<SiteId>>("site_id");
        job.sequence = row.get<int>("sequence");
        if (work_request::reaches(reach, request))
            jobs.push_back(std::move(job));
    });
    return jobs;
}

}
