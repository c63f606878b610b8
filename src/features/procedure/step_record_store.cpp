#include "features/procedure/step_record_store.hpp"

#include "features/audit/audit_store.hpp"
#include "features/audit/facts.hpp"
#include "features/procedure/sql.hpp"

#include <algorithm>
#include <set>

namespace hoshuban::procedure {
namespace {

StepRecord step_record_from(const db::Row& row)
{
    return {.id = row.get<StepRecordId>("id"),
        .request = row.get<WorkRequestId>("request_id"),
        .version = row.get<ProcedureVersionId>("version_id"),
        .step = row.get<int>("step"),
        .device = row.get<std::optional<DeviceId>>("device_id"),
        .result = row.get<StepResult>("result"),
        .note = row.get<std::string>("note"),
        .done_by = row.get<std::string>("done_by"),
        .done_at = row.get<Instant>("done_at"),
        .recorded_by = row.get<PersonId>("recorded_by"),
        .recorded_by_name = row.get<std::string>("recorded_by_name"),
        .recorded_at = row.get<Instant>("recorded_at"),
        .replaces = row.get<std::optional<StepRecordId>>("replaces"),
        .reason = row.get<std::string>("reason"),
        .photos = row.get<int>("photos")};
}

}

std::vector<StepRecord> records_of(db::Reader& reader, const ContractId& contract, const WorkRequestId& request)
{
    return reader.query(sql::list_step_records, contract, request).map(step_record_from);
}

std::vector<StepPhoto> photos_of(db::Reader& reader, const ContractId& contract, const WorkRequestId& request)
{
    return reader.query(sql::list_step_photos, contract, request).map([](const db::Row& row) {
        return StepPhoto{
            row.get<AttachmentId>("id"), row.get<StepRecordId>("subject_id"), row.get<std::string>("name")};
    });
}

std::optional<WorkRequestId> job_of(db::Reader& reader, const ContractId& contract, const StepRecordId& record)
{
    return reader.query(sql::find_step_record, contract, record).one_or_none([](const db::Row& row) {
        return row.get<WorkRequestId>("request_id");
    });
}

Job job_of(db::Reader& reader, const contract::Profile& profile, const work_request::WorkRequest& request,
    const std::vector<StepRecord>& records)
{
    std::set<ProcedureVersionId> used;
    for (const StepRecord& record : records)
        used.insert(record.version);
    Job job{.request = request};
    job.operation_check = profile.work.operation_check;
    job.followed = followed_by(reader, request.contract_id, request.id);
    std::erase_if(
        job.followed, [&](const Followed& each) { return !opens(each.job.state) && !used.contains(each.version.id); });
    job.devices = devices_of(request, job.followed);
    return job;
}

void insert(db::Tx& tx, const audit::Cause& cause, const Job& job, const StepRecord& record)
{
    const ContractId& contract = job.request.contract_id;
    tx.execute(sql::insert_step_record, contract, record.id, record.request, record.version, record.step, record.device,
        record.result, record.note, record.done_by, record.done_at, record.recorded_by, record.recorded_by_name,
        record.recorded_at, record.replaces, record.reason);
    audit::Entry entry = audit::entry(cause, contract,
        record.replaces ? "step_record.corrected" : "step_record.recorded", {"step_record", record.id.text});
    std::map<std::string, std::string> facts{{"work_request", job.request.number},
        {"step", std::to_string(record.step)}, {"device", record.device ? record.device->text : ""},
        {"result", std::string{sign(record.result)}}, {"note", record.note}, {"done_by", record.done_by},
        {"done_at", to_text(record.done_at)}, {"replaces", record.replaces ? record.replaces->text : ""}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    entry.after = audit::facts_json(facts);
    entry.reason = record.reason;
    audit::record(tx, entry);
}

Completeness completeness(
    db::Reader& reader, const contract::Profile& profile, const work_request::WorkRequest& request)
{
    const auto records = records_of(reader, request.contract_id, request.id);
    return completeness(job_of(reader, profile, request, records), records);
}

Result<void> check_complete(
    db::Reader& reader, const contract::Profile& profile, const work_request::WorkRequest& request)
{
    // Before acceptance and after the signature the flow itself says what is wrong.
    if (request.status != work_request::Status::in_progress)
        return {};
    const auto records = records_of(reader, request.contract_id, request.id);
    return check_complete(job_of(reader, profile, request, records), records);
}

}
